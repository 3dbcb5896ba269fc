import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULE_WORDS, ruleWords } from './rule-words';

const playbook = readFileSync('../docs/playbook.md', 'utf8');

describe('ruleWords', () => {
  it('has words for each rule of the rule book, and for no other', () => {
    const rules = [...playbook.matchAll(/^### `([a-z.-]+)`$/gm)].map(([, rule = '']) => rule);
    // What a message check says stands with the message itself.
    const advising = rules.filter((rule) => !rule.startsWith('message.'));
    expect(Object.keys(RULE_WORDS).toSorted()).toEqual(advising.toSorted());
  });

  it('calls a rule that came later by its own name', () => {
    expect(ruleWords('silence.let-it-be')).toBe('Silence: let it be');
  });
});
