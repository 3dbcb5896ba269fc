import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useEffect } from 'react';
import { CommandedShell } from '@/app/commands';
import { requireAccount } from '@/app/guard';
import { UpdateNotice } from '@/app/update-notice';
import { meQuery } from '@/features/account';
import { CommandsProvider } from '@/lib/commands/provider';
import { applyTheme } from '@/lib/theme';
import { ToastProvider } from '@/ui/toast';
import { UndoProvider } from '@/ui/undo';

export const Route = createFileRoute('/_app')({
  beforeLoad: ({ context, location }) => requireAccount(context.queryClient, location.href),
  component: SignedIn,
});

function SignedIn() {
  const { data: me } = useSuspenseQuery(meQuery());
  useEffect(() => applyTheme(me.theme), [me.theme]);
  return (
    <ToastProvider>
      <CommandsProvider singleKeys={me.single_key_shortcuts}>
        <UndoProvider>
          <CommandedShell />
        </UndoProvider>
      </CommandsProvider>
      <UpdateNotice />
    </ToastProvider>
  );
}
