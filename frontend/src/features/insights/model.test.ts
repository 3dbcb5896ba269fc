import { describe, expect, it } from 'vitest';
import { habit, habitEvidence, insights, rate, replyRate, ruleRecord } from '@/test/data/insights';
import { adviceFinding, recordWords } from './model/advice';
import { balanceWords, favoursFinding } from './model/favours';
import { evidenceLabel, fixLabel, mostToGain, trendWords } from './model/habits';
import { coolingFinding, healthFinding, stagesFinding } from './model/network';
import { rateWords } from './model/rates';
import { overallWords, replyFinding, valueLabel } from './model/replies';

const NOW = new Date('2026-03-10T09:30:00Z');

describe('a rate in words', () => {
  it.each([
    [rate(0, 0), 'None yet'],
    [rate(2, 3), '2 of 3, too few to tell'],
    [rate(6, 20), '30% of 20, likely 20–40%'],
  ])('%o is %s', (found, words) => expect(rateWords(found)).toBe(words));
});

describe('a habit', () => {
  it('has most to gain only where that is sure', () => {
    const sure = habit();
    expect(mostToGain([sure, habit({ mistake: 'being_robotic' })])).toBe(sure);
    expect(mostToGain([habit({ too_few: true })])).toBeNull();
    expect(mostToGain([habit({ count: 0 })])).toBeNull();
    expect(mostToGain([])).toBeNull();
  });

  it('names its fix by what it is for', () => {
    expect(fixLabel(habit())).toBe('Try next');
    expect(fixLabel(habit({ count: 0 }))).toBe('Keep doing');
    expect(fixLabel(habit({ count: 0, opportunities: 0 }))).toBe('When it comes up');
  });

  it.each([
    ['worse', 'More often now: 3 of 9 in the last 3 months, 1 of 9 in the 3 before.'],
    ['steady', 'About as often as before: 3 of 9 in the last 3 months, 1 of 9 in the 3 before.'],
    ['too_few', 'Too few yet to see a trend.'],
  ] as const)('that is %s says so', (direction, words) =>
    expect(trendWords({ direction, days: 90, recent: rate(3, 9), before: rate(1, 9) })).toBe(words),
  );

  it('says how much of its evidence there is', () => {
    const evidence = [habitEvidence(), habitEvidence()];
    expect(evidenceLabel(habit({ count: 40, evidence }))).toBe('See the latest 2 of 40');
    expect(evidenceLabel(habit({ count: 2, evidence }))).toBe('See all 2');
  });
});

describe('the network', () => {
  const { health, losing_warmth, stages } = insights();

  it('counts the warm among those who are known', () => {
    expect(healthFinding(health)).toBe('4 of the 10 people you have had an exchange with are warm');
    expect(healthFinding({ ...health, never_in_exchange: 20 })).toBe('No exchange yet with 20 people');
  });

  it('compares the stages with the beginning, whichever way they went', () => {
    expect(stagesFinding(stages.toReversed(), NOW)).toBe('7 people are acquainted or closer, 3 fewer than on 10 Mar');
    expect(stagesFinding(stages.slice(0, 1), NOW)).toBe('7 people are acquainted or closer, as many as on 8 Feb');
    expect(stagesFinding([], NOW)).toBe('Nothing to compare yet');
  });

  it('names those who cool most, three at most', () => {
    const named = ['Ana', 'Ole', 'Mei', 'Jo'].map((full_name) => ({
      ...losing_warmth[0],
      contact: { id: full_name, full_name },
    }));
    expect(coolingFinding(named as typeof losing_warmth)).toBe('Ana, Ole, and Mei are cooling most');
    expect(coolingFinding([])).toBe('Nobody you were warm with is turning cold');
  });
});

describe('replies', () => {
  it('are called different only where their intervals do not touch', () => {
    const email = replyRate('email', rate(41, 44, { low: 0.84, high: 0.97 }));
    const touching = replyRate('linkedin', rate(6, 10, { low: 0.35, high: 0.84 }));
    const apart = replyRate('linkedin', rate(6, 10, { low: 0.35, high: 0.8 }));
    const text = replyRate('text', rate(3, 10, { low: 0.15, high: 0.5 }));
    expect(replyFinding('channel', [email, touching])).toBe('No sure difference by channel so far');
    expect(replyFinding('channel', [text, email, apart])).toBe('Answered most: Email, 93%. Answered least: Text, 30%');
  });

  it('compare nothing with what is not known', () => {
    const rates = [replyRate('up_to_50_words', rate(9, 10)), replyRate('not_logged', rate(1, 10))];
    expect(replyFinding('length', rates)).toBe('Too few messages yet to compare by length');
  });

  it('are summed up in a sentence', () => {
    expect(overallWords(replyRate('all', rate(1, 1)))).toBe(
      '1 of 1 message got a reply within a week: too few to tell yet.',
    );
    expect(overallWords(replyRate('all', rate(0, 9), null))).toBe('0% of 9 messages got a reply within a week.');
    expect(overallWords(replyRate('all', rate(0, 0), null))).toBe('No message has waited for a reply in this time.');
  });

  it.each([
    ['channel', 'in_person', 'In person'],
    ['channel', 'unknown', 'Not logged'],
    ['length', 'up_to_150_words', 'Up to 150 words'],
    ['length', 'not_logged', 'Text not logged'],
    ['ask_size', 'none', 'No ask'],
    ['trust_stage', 'ally', 'Ally'],
  ] as const)('by %s call %s %s', (quality, value, label) => expect(valueLabel(quality, value)).toBe(label));
});

describe('give and take', () => {
  it.each([
    [0, 0, 'No favour was noted in this time'],
    [1, 1, 'You gave once and received as often'],
    [0, 2, 'You gave nothing yet and received 2 times'],
    [3, 0, 'You gave 3 times and received nothing yet'],
  ])('%i against %i', (gives, takes, words) =>
    expect(favoursFinding({ gives, takes, owing: [], owed: [] })).toBe(words),
  );

  it('says where a balance comes from', () => {
    const contact = { id: 'sam', full_name: 'Sam' };
    expect(balanceWords({ contact, gives: 0, takes: 0, balance: 1 })).toBe('from earlier');
    expect(balanceWords({ contact, gives: 1, takes: 0, balance: 1 })).toBe('gave 1, received 0');
  });
});

describe('the advice', () => {
  it('says what was done, and what is still open', () => {
    const open = ruleRecord({ done: rate(0, 0), answered: rate(0, 0) });
    expect(adviceFinding([ruleRecord(), open])).toBe('9 of 10 settled next steps were done');
    expect(adviceFinding([open])).toBe('The steps shown so far are still open');
    expect(recordWords(ruleRecord())).toBe('90% of 10, likely 80–100%; 4 of 9 answered');
    expect(recordWords(ruleRecord({ answered: rate(0, 0) }))).toBe('90% of 10, likely 80–100%');
  });
});
