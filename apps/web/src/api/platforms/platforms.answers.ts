import {
  CAPTURE_FIRST,
  groundsOf,
  isOverdue,
  notJudgedBy,
  type PlatformPack,
  reportingOf,
} from '#guidance';

/** A pack as the API shows it, and as a report pack takes its words from it. @param today civil date */
export function platformAnswer(pack: PlatformPack, today: string) {
  const { surfaces, levels, warnings, blocking, ...reporting } = reportingOf(pack.key);
  return {
    key: pack.key,
    name: pack.name,
    moderator: pack.moderator,
    reportPath: pack.reportPath,
    surfaces,
    levels,
    grounds: groundsOf(pack),
    notJudged: notJudgedBy(pack),
    evidenceWanted: pack.evidenceWanted,
    formLimit: reporting.formLimit,
    replyLimit: pack.replyLimit,
    replyLimitVerified: pack.replyLimitVerified,
    typicalWait: pack.typicalTurnaround,
    chaseAfterWorkingDays: pack.chaseAfterWorkingDays,
    appeals: reporting.appeals,
    escalation: pack.escalation,
    warnings,
    notes: pack.notes,
    muteOrBlock: [CAPTURE_FIRST, blocking],
    helpCentre: reporting.helpCentre,
    status: pack.status,
    statusNote: pack.statusNote,
    checkedOn: reporting.checkedOn,
    reviewBy: reporting.reviewBy,
    isOverdue: isOverdue(reporting, today),
  };
}

/** A pack in the list of packs. @param today civil date */
export function platformRowAnswer(pack: PlatformPack, today: string) {
  const answer = platformAnswer(pack, today);
  const { key, name, moderator, reportPath, chaseAfterWorkingDays, status } = answer;
  const { checkedOn, reviewBy, isOverdue: overdue } = answer;
  const said = { key, name, moderator, reportPath, chaseAfterWorkingDays, status };
  return { ...said, checkedOn, reviewBy, isOverdue: overdue };
}
