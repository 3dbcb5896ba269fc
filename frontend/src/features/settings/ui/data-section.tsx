import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Account } from '@/api/types';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { useToast } from '@/ui/toast';
import { hasSampleQuery, useDeleteAccount, useRemoveSample } from '../api/queries';
import { SettingsSection } from './settings-section';

type Asking = 'sample' | 'account' | null;

export function DataSection({ me }: { me: Account }) {
  const navigate = useNavigate();
  const say = useToast();
  const [asking, setAsking] = useState<Asking>(null);
  const removeSample = useRemoveSample();
  const deleteAccount = useDeleteAccount();
  const { data: hasSample = false } = useQuery(hasSampleQuery());
  const close = () => setAsking(null);
  const onError = (error: Error) => say({ text: messageOf(error), tone: 'failed' });

  return (
    <SettingsSection title="Your data">
      <div className="flex flex-wrap gap-2">
        {hasSample && <Button onClick={() => setAsking('sample')}>Remove the sample network</Button>}
        <Button variant="danger" onClick={() => setAsking('account')}>
          Delete account
        </Button>
      </div>
      <Confirm
        open={asking === 'sample'}
        title="Remove the sample network?"
        action="Remove the made-up people"
        busy={removeSample.isPending}
        onClose={close}
        onConfirm={() =>
          removeSample.mutate(undefined, {
            onError,
            onSuccess: () => say({ text: 'The sample network is gone.' }),
            onSettled: close,
          })
        }
      >
        Everybody tagged Demo goes, with all that was logged with them. Your own people stay.
      </Confirm>
      <Confirm
        open={asking === 'account'}
        title={`Delete the account of ${me.email}?`}
        action="Delete everything"
        busy={deleteAccount.isPending}
        onClose={close}
        onConfirm={() =>
          deleteAccount.mutate(undefined, { onError, onSuccess: () => void navigate({ to: '/sign-up' }) })
        }
      >
        All people, interactions, promises and goals are erased. This cannot be undone.
      </Confirm>
    </SettingsSection>
  );
}
