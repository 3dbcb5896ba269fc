import { useEffect, useEffectEvent, useState } from 'react';
import { useDebounced } from './use-debounced';

/** How long the fingers rest before the text counts as typed. */
const REST_MS = 150;

/** Text that is told outside once the fingers rest; what outside says by itself (a cleared filter) wins. */
export function useRestingText(outside: string, tell: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(outside);
  const [told, setTold] = useState(outside);
  const [seen, setSeen] = useState(outside);
  if (outside !== seen) {
    setSeen(outside);
    if (outside !== told) setText(outside);
  }
  const rested = useDebounced(text, REST_MS).trim();
  const settle = useEffectEvent((settled: string) => {
    if (settled !== text.trim() || settled === outside) return;
    setTold(settled);
    tell(settled);
  });
  useEffect(() => settle(rested), [rested]);
  return [text, setText];
}
