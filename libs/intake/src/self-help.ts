/**
 * What doctors can do for themselves while others work, in this order: what is kept first cannot be lost by what
 * comes after.
 *
 * @source BMA, Social media guidance for doctors (S.bma): ignore, unfollow, mute or block.
 */
export const SELF_HELP = {
  keep_copy: 'Keep a copy of what you saw, with its address, date and time.',
  ignore: 'Leave it unanswered, and do not look at it again today.',
  unfollow: 'Unfollow or mute the account or the group, after you have kept a copy.',
  notifications: 'Turn off notifications for it.',
} as const;

export type SelfHelpStep = keyof typeof SELF_HELP;

export const SELF_HELP_STEPS = Object.keys(SELF_HELP) as SelfHelpStep[];

/** The steps that were done, each with the instant of the tick in ISO form. */
export type SelfHelpDone = Readonly<Partial<Record<SelfHelpStep, string>>>;
