import type { Ref } from 'react';
import { PersonPicker } from '@/features/contacts';
import { ASKS } from '@/lib/orders';
import { ASK_LABEL } from '@/lib/words';
import { ChipChoice } from '@/ui/chip';
import { Field, Input, Options, Select } from '@/ui/field';
import { MarkedText } from '@/ui/marked-text';
import { CHANNELS, hasSubject, type Message, type WrittenChannel } from '../model/message';
import type { Mark } from '../model/spans';

const CHANNEL_LABEL: Record<WrittenChannel, string> = { email: 'Email', linkedin: 'LinkedIn', text: 'Text message' };

interface TextFields {
  subject: Ref<HTMLTextAreaElement>;
  body: Ref<HTMLTextAreaElement>;
}

interface Props {
  message: Message;
  marks: { subject: readonly Mark[]; body: readonly Mark[] };
  fields: TextFields;
  /** What is missing before the message can go on. */
  missing: 'person' | 'about' | null;
  onChange: (part: Partial<Message>) => void;
}

/** Who, how, and the words. */
export function MessageFields({ message, marks, fields, missing, onChange }: Props) {
  return (
    <div className="grid gap-5">
      <Field label="To" error={missing === 'person' && !message.person ? 'Choose a person.' : undefined}>
        {(control) => <PersonPicker {...control} value={message.person} onChange={(person) => onChange({ person })} />}
      </Field>
      {message.intent === 'request_introduction' && (
        <Field
          label="Introduce me to"
          error={missing === 'about' && !message.about ? 'Choose whom you want to meet, then draft it.' : undefined}
        >
          {(control) => <PersonPicker {...control} value={message.about} onChange={(about) => onChange({ about })} />}
        </Field>
      )}
      <ChipChoice
        legend="By"
        name="channel"
        options={CHANNELS}
        label={(channel) => CHANNEL_LABEL[channel]}
        value={message.channel}
        onChange={(channel) => onChange({ channel })}
      />
      {hasSubject(message) && (
        <Field label={message.channel === 'linkedin' ? 'Subject (InMail only)' : 'Subject'}>
          {(control) => (
            <MarkedText
              {...control}
              ref={fields.subject}
              value={message.subject}
              marks={marks.subject}
              onChange={(subject) => onChange({ subject: onOneLine(subject) })}
            />
          )}
        </Field>
      )}
      <Field label="Message">
        {(control) => (
          <MarkedText
            {...control}
            ref={fields.body}
            least="many"
            value={message.body}
            marks={marks.body}
            onChange={(body) => onChange({ body })}
          />
        )}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <AskField message={message} onChange={onChange} />
        <Field label="Attachments (optional)" hint="File names, with commas between them.">
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              value={message.attachments}
              onChange={(event) => onChange({ attachments: event.target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

/** As every one-line field of the browser does. */
const onOneLine = (text: string) => text.replace(/\r?\n/g, ' ');

function AskField({ message, onChange }: Pick<Props, 'message' | 'onChange'>) {
  return (
    <Field label="I ask for">
      {(control) => (
        <Select
          {...control}
          value={message.askSize ?? ''}
          onChange={(event) => onChange({ askSize: ASKS.find((size) => size === event.target.value) ?? null })}
        >
          <option value="">What the text says</option>
          <Options of={ASKS} label={(size) => ASK_LABEL[size]} />
        </Select>
      )}
    </Field>
  );
}
