import { valibotResolver } from '@hookform/resolvers/valibot';
import { type ReactNode, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { showProblem } from '@/api/problem';
import { useCommand } from '@/lib/commands/provider';
import { Button } from '@/ui/button';
import { FormAlert } from '@/ui/field';
import { contactFields, contactFormSchema, type ContactForm as Values } from '../model/contact-form';
import { AboutFields, EssentialFields, ReachFields, WorkFields } from './contact-fields';

interface Props {
  values: Values;
  /** Which fields Comity guessed. */
  inferred?: readonly string[];
  /** Opens with everything in sight, as for somebody already known. */
  full?: boolean;
  submitLabel: string;
  onSubmit: (values: Values, dirty: Partial<Record<keyof Values, unknown>>) => Promise<unknown>;
  onCancel: () => void;
}

export function ContactForm({ values, inferred = [], full = false, submitLabel, onSubmit, onCancel }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm({ resolver: valibotResolver(contactFormSchema), defaultValues: values });
  const { dirtyFields, isSubmitting } = form.formState;
  const submit = form.handleSubmit((filled) =>
    onSubmit(filled, dirtyFields).catch((error) => setRefusal(showProblem(error, contactFields, form.setError))),
  );
  useCommand('app.submit', () => void submit());
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={submit} className="grid gap-6">
        <EssentialFields />
        <Group title="Work" open={full}>
          <WorkFields inferred={inferred} />
        </Group>
        <Group title="Where and how to reach them" open={full}>
          <ReachFields inferred={inferred} />
        </Group>
        <Group title="What you know about them" open={full}>
          <AboutFields />
        </Group>
        <FormAlert>{refusal}</FormAlert>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={isSubmitting}>
            {submitLabel}
          </Button>
          <Button variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

function Group({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open} className="border-line border-t pt-4">
      <summary className="min-h-8 rounded-sm font-semibold">{title}</summary>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">{children}</div>
    </details>
  );
}
