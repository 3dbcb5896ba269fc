import type {
  Action,
  AskSize,
  Channel,
  Direction,
  GoalOutcome,
  InteractionKind,
  Seniority,
  Signal,
  TrustStage,
} from '@/api/types';

/** The playbook's words, as a person would say them. */

export const STAGE_LABEL: Record<TrustStage, string> = {
  stranger: 'Stranger',
  acquainted: 'Acquainted',
  rapport: 'Rapport',
  trusted: 'Trusted',
  ally: 'Ally',
};

export const STAGE_MEANING: Record<TrustStage, string> = {
  stranger: 'You have not yet had an exchange.',
  acquainted: 'You have had a first exchange.',
  rapport: 'You have talked, more than once, and it went well.',
  trusted: 'Several good conversations over months. They keep their word.',
  ally: 'A year or more of give and take. They would stand up for you.',
};

/** Reads after "ask for": "ask for a 15-minute call". */
export const ASK_LABEL: Record<AskSize, string> = {
  none: 'nothing',
  question: 'a quick question',
  short_call: 'a 15-minute call',
  meeting: 'a coffee or meeting',
  introduction: 'an introduction',
  referral: 'a referral',
  reference: 'a reference',
  sponsorship: 'their backing',
};

export const ASK_MEANING: Record<AskSize, string> = {
  none: 'Ask for nothing',
  question: 'Answerable in a minute',
  short_call: 'By phone or video',
  meeting: 'In person, or longer than 15 minutes',
  introduction: 'Introduce me to somebody',
  referral: 'Pass on my name or resume',
  reference: 'Vouch for me',
  sponsorship: 'Hire me, invest, champion',
};

export const SENIORITY_LABEL: Record<Seniority, string> = {
  student: 'Student',
  junior: 'Junior',
  mid: 'Mid-level',
  senior: 'Senior',
  director: 'Director',
  executive: 'Executive',
};

export const ACTION_LABEL: Record<Action, string> = {
  reply: 'Reply',
  deliver_promise: 'Keep your promise',
  assess: 'Note how it went',
  thank: 'Say thanks',
  prepare_meeting: 'Prepare',
  event_before: 'Before the event',
  event_during: 'At the event',
  event_after: 'After the event',
  follow_up: 'Follow up',
  check_promise: 'Check on a promise',
  congratulate: 'Congratulate',
  introduce_yourself: 'Introduce yourself',
  request_introduction: 'Ask for an introduction',
  build_bridge: 'Build a bridge',
  propose_call: 'Propose a call',
  propose_meeting: 'Propose a meeting',
  make_ask: 'Ask',
  share_value: 'Share something useful',
  reconnect: 'Reconnect',
  wait: 'Wait',
  let_go: 'Let it rest',
};

export const CHANNEL_WORDS: Record<Channel, string> = {
  email: 'by email',
  linkedin: 'on LinkedIn',
  phone: 'by phone',
  video: 'by video',
  text: 'by text message',
  in_person: 'in person',
};

export const KIND_LABEL: Record<InteractionKind, string> = {
  email: 'Email',
  message: 'Message',
  call: 'Call',
  video_call: 'Video call',
  meeting: 'Meeting',
  event: 'Event',
  introduction: 'Introduction',
  gift: 'Gave something',
  note: 'Note',
};

export const DIRECTION_LABEL: Record<Direction, string> = {
  outbound: 'I reached out',
  inbound: 'They reached out',
  mutual: 'We talked',
};

export const GOAL_OUTCOME_LABEL: Record<GoalOutcome, string> = {
  reached: 'Reached',
  partly: 'Partly',
  left: 'Left for next time',
  dropped: 'Dropped',
};

export const SIGNAL_LABEL: Record<Signal, string> = {
  asked_questions: 'Asked about me',
  commonality_found: 'Found common ground',
  offered_help: 'Offered help',
  offered_introduction: 'Offered an introduction',
  invited_to_reconnect: 'Wants to talk again',
  laughter: 'We laughed',
  candid: 'Spoke openly',
  stayed_longer: 'Stayed longer',
  curt: 'Curt',
  cut_short: 'Cut it short',
  vague_promise: 'Vague promise',
  avoided_next_step: 'Dodged a next step',
  low_curiosity: 'Little curiosity',
  multitasking: 'Distracted',
};

/** Give and take, as the server counts it. */
export function balanceWords(reciprocity: number): string {
  if (reciprocity <= -2) return 'You took more than you gave. Give first.';
  if (reciprocity < -0.5) return 'You took a little more than you gave.';
  if (reciprocity <= 0.5) return 'Give and take are even.';
  return 'You gave more than you took.';
}
