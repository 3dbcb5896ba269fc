import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChipChoice } from '@/ui/chip';
import { CopyBlock } from '@/ui/copyable';
import { kindsQuery } from '../api/queries';
import { BODY, CODE, commands, WAYS } from '../model/examples';

interface Props {
  kind: string;
  url: string;
  /** Known for as long as it is shown. */
  secret: string | null;
}

/** How to connect the other side: its steps, and for any program the code, ready to run. */
export function HowTo({ kind: name, url, secret }: Props) {
  const { data: kinds } = useSuspenseQuery(kindsQuery());
  const kind = kinds.find((one) => one.kind === name);
  return (
    <div className="grid gap-5">
      <ol className="text-ink-2 grid list-decimal gap-1.5 pl-5">
        {kind?.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {name === 'generic' && <Code url={url} secret={secret} />}
    </div>
  );
}

function Code({ url, secret }: Omit<Props, 'kind'>) {
  const [way, setWay] = useState<(typeof WAYS)[number]>('curl');
  const { file, text } = CODE[way];
  return (
    <div className="grid gap-4">
      <ChipChoice legend="With" name="way" options={WAYS} label={(one) => one} value={way} onChange={setWay} />
      <CopyBlock label={BODY.file} text={BODY.text} />
      <CopyBlock label={file} text={text} />
      <CopyBlock label="commands" text={commands(way, url, secret)} />
    </div>
  );
}
