import { useMemo } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { SENIORITIES } from '@/lib/orders';
import { countries, timeZones, zoneName } from '@/lib/places';
import { SENIORITY_LABEL } from '@/lib/words';
import { ChipChoice } from '@/ui/chip';
import { Checkbox, Field, Input, Select, Textarea } from '@/ui/field';
import type { ContactForm } from '../model/contact-form';

const GUESSED = 'Comity guessed this. Correct it if it is wrong.';
const COMMAS = 'Separate several by commas.';

interface LineProps {
  name: keyof ContactForm;
  label: string;
  hint?: string;
  type?: string;
  inputMode?: 'email' | 'tel' | 'url';
  className?: string;
  autoFocus?: boolean;
}

function Line({ name, label, hint, className, ...input }: LineProps) {
  const { register, formState } = useFormContext<ContactForm>();
  return (
    <Field label={label} hint={hint} error={formState.errors[name]?.message} className={className ?? ''}>
      {(control) => <Input {...control} {...register(name)} {...input} autoComplete="off" />}
    </Field>
  );
}

function Area({ name, label, hint }: LineProps) {
  const { register, formState } = useFormContext<ContactForm>();
  return (
    <Field label={label} hint={hint} error={formState.errors[name]?.message} className="sm:col-span-2">
      {(control) => <Textarea {...control} {...register(name)} />}
    </Field>
  );
}

interface PickProps extends LineProps {
  options: readonly (readonly [string, string])[];
}

function Pick({ name, label, hint, options }: PickProps) {
  const { register, formState } = useFormContext<ContactForm>();
  return (
    <Field label={label} hint={hint} error={formState.errors[name]?.message}>
      {(control) => (
        <Select {...control} {...register(name)}>
          <option value="">Not known</option>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

export function EssentialFields() {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Line name="full_name" label="Name" className="sm:col-span-2" autoFocus />
      <Line name="title" label="What they do" />
      <Line name="company" label="Company" />
      <Line name="how_met" label="How you met" className="sm:col-span-2" />
    </div>
  );
}

const RUNGS = SENIORITIES.map((rung) => [rung, SENIORITY_LABEL[rung]] as const);

export function WorkFields({ inferred }: { inferred: readonly string[] }) {
  const guess = (name: string) => (inferred.includes(name) ? { hint: GUESSED } : {});
  return (
    <>
      <Pick name="seniority" label="Seniority" options={RUNGS} {...guess('seniority')} />
      <Line name="field" label="Field" {...guess('field')} />
      <Line name="job_started_on" label="Started this job on" type="date" />
      <Line name="profile_url" label="Profile address" inputMode="url" />
    </>
  );
}

export function ReachFields({ inferred }: { inferred: readonly string[] }) {
  const lands = useMemo(countries, []);
  const zones = useMemo(() => timeZones().map((zone) => [zone, zoneName(zone)] as const), []);
  const guess = (name: string) => (inferred.includes(name) ? { hint: GUESSED } : {});
  return (
    <>
      <Line name="emails" label="Email" hint={COMMAS} inputMode="email" />
      <Line name="phones" label="Phone" hint={COMMAS} inputMode="tel" />
      <Line name="location" label="City" />
      <Pick name="country" label="Country" options={lands} {...guess('country')} />
      <Pick name="timezone" label="Time zone" options={zones} {...guess('timezone')} />
      <Line name="birthday" label="Birthday" hint="1990-03-14, or --03-14 without the year." />
    </>
  );
}

const IMPORTANCE = ['1', '2', '3', '4', '5'] as const;

export function AboutFields() {
  const { control, register } = useFormContext<ContactForm>();
  return (
    <>
      <Line name="interests" label="Interests" hint={COMMAS} />
      <Line name="needs" label="What they need" hint={COMMAS} />
      <Line name="tags" label="Tags" hint={COMMAS} />
      <Controller
        control={control}
        name="importance"
        render={({ field }) => (
          <ChipChoice
            legend="How much they matter to you"
            name="importance"
            options={IMPORTANCE}
            label={(level) => level}
            value={IMPORTANCE.find((level) => Number(level) === field.value) ?? null}
            onChange={(level) => field.onChange(Number(level))}
          />
        )}
      />
      <Area name="notes" label="Notes" />
      <Checkbox
        {...register('do_not_contact')}
        label="Never recommend getting in touch with them"
        className="sm:col-span-2"
      />
    </>
  );
}
