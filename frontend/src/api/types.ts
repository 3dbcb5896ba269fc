import type { components } from './schema.gen';

/** The contract's shapes under the names that the app uses. */
type Schemas = components['schemas'];

export type Problem = Schemas['ProblemDetails'];

export type Account = Schemas['AccountOut'];
export type Background = Schemas['Background'];
export type AccountPatch = Schemas['AccountPatch'];
export type AccessToken = Schemas['TokenOut'];
export type SignedIn = Schemas['SessionOut'];

export type Contact = Schemas['ContactOut'];
export type ContactDraft = Schemas['ContactIn'];
export type ContactPatch = Schemas['ContactPatch'];
export type ContactRow = Schemas['ContactRow'];
/** How often to be in touch, in days. */
export type KeepInTouch = Schemas['KeepInTouch'];
export type TagInTouch = Schemas['TagInTouch'];
export type Relationship = Schemas['RelationshipOut'];
export type Moment = Schemas['Moment'];

export type Today = Schemas['Today'];
export type DoneStep = Schemas['DoneToday'];
export type Step = Schemas['StepOut'];
export type StepWindow = Schemas['WindowOut'];
export type Reason = Schemas['ReasonOut'];
export type Evidence = Schemas['EvidenceOut'];
export type Rung = Schemas['RungOut'];

export type Interaction = Schemas['InteractionOut'];
export type InteractionDraft = Schemas['InteractionIn'];
export type InteractionPatch = Schemas['InteractionPatch'];
export type Effect = Schemas['EffectOut'];

/** What a text shows, each with its words. */
export type Reading = Schemas['ReadSignals'];

/** A promise of either side. The word itself is taken by the language. */
export type Vow = Schemas['PromiseOut'];
export type VowDraft = Schemas['PromiseIn'];
export type VowPatch = Schemas['PromisePatch'];

export type Goal = Schemas['GoalOut'];
export type GoalDraft = Schemas['GoalIn'];

export type FollowUp = Schemas['FollowUpOut'];
export type FollowUpDraft = Schemas['FollowUpIn'];
export type Recurrence = Schemas['Recurrence'];
export type TimeAway = Schemas['TimeAwayOut'];
export type TimeAwayDraft = Schemas['ShiftIn'];
export type Digests = Schemas['DigestsOut'];
export type DateRead = Schemas['DateOut'];

export type Insights = Schemas['InsightsOut'];
export type Habit = Schemas['MistakeOut'];
export type HabitEvidence = Schemas['MistakeEvidence'];
export type Rate = Schemas['RateOut'];
export type ReplyRates = Schemas['ReplyRatesOut'];
export type ReplyRate = Schemas['ReplyRateOut'];
export type StagesAt = Schemas['StagesOut'];
export type Cooling = Schemas['LosingWarmth'];
export type GiveAndTake = Schemas['GiveAndTakeOut'];
export type Balance = Schemas['BalanceOut'];
export type RuleRecord = Schemas['RuleOut'];

/** An event of the calendar. The word itself is taken by the browser. */
export type Gathering = Schemas['EventOut'];
export type GatheringDraft = Schemas['EventIn'];
export type GatheringPatch = Schemas['EventPatch'];
export type EventPlan = Schemas['EventPlanOut'];
export type EventPart = Schemas['PlanSessionOut'];
export type EventPartDraft = Schemas['SessionIn'];
export type KeyPerson = Schemas['KeyPersonOut'];
export type PlannedTouch = Schemas['PlannedTouchOut'];
export type Attendee = Schemas['AttendeeOut'];
export type AttendeeDraft = Schemas['AttendeeIn'];
export type Suggestion = Schemas['EventSuggestionOut'];

export type Introductions = Omit<Schemas['IntroductionsOut'], 'next_cursor'>;
/** A warm way to somebody, over a connector. */
export type Way = Schemas['WayOut'];
export type IntroductionRequest = Schemas['RequestOut'];
export type Commonality = Schemas['CommonalityOut'];
export type TieDraft = Schemas['TieIn'];
export type TieSuggestion = Schemas['TieSuggestionOut'];
export type Timing = Schemas['TimingOut'];

export type Brief = Schemas['BriefOut'];
export type GoalOutcome = Schemas['GoalOutcome'];

export type Import = Schemas['ImportOut'];
export type ImportRecord = Schemas['RecordOut'];
/** The columns of a table and its first rows. */
export type TableLook = Schemas['ColumnsOut'];
/** What a column of a table of people can tell. */
export type ColumnField = Schemas['Field'];

export type MessageToCheck = Schemas['CheckIn'];
export type MessageCheck = Schemas['CheckOut'];
export type Finding = Schemas['FindingOut'];
export type DraftWish = Schemas['DraftIn'];
export type Drafted = Schemas['DraftOut'];

export type AskSize = Schemas['AskSize'];
export type TrustStage = Schemas['TrustStage'];
export type Seniority = Schemas['Seniority'];
export type Signal = Schemas['Signal'];
export type Action = Schemas['Action'];
export type Channel = Schemas['Channel'];
export type InteractionKind = Schemas['Kind'];
export type Direction = Schemas['Direction'];
export type Purpose = Schemas['Purpose'];
export type Intent = Schemas['Intent'];
export type Severity = Schemas['Severity'];
export type Verdict = Schemas['Verdict'];

export type Integration = Schemas['IntegrationOut'];
export type IntegrationDraft = Schemas['IntegrationIn'];
export type IntegrationPatch = Schemas['IntegrationSettingsPatch'];
export type IntegrationWithSecret = Schemas['IntegrationWithSecret'];
export type IntegrationKind = Schemas['IntegrationKindOut'];
export type HookEvent = Schemas['HookEventOut'];
export type HookPerson = Schemas['HookPersonOut'];
export type HookAnswer = Schemas['InboxIn'];

/** Who is told, and what of. */
export type Webhook = Schemas['WebhookOut'];
export type WebhookDraft = Schemas['WebhookIn'];
export type WebhookPatch = Schemas['WebhookPatch'];
export type WebhookWithSecret = Schemas['WebhookWithSecret'];
export type WebhookTopic = Schemas['EventType'];
export type Delivery = Schemas['DeliveryOut'];
