import { startEvent, type StartEventId } from '#cases';

/** The fields that ask when something happened that starts clocks. @param prefix of their names. */
export function startFields(event: StartEventId, prefix = `starts-${event}`) {
  const { question, hint, isMoment, asksWho } = startEvent(event);
  return { prefix, question, hint, isMoment, asksWho: asksWho === true };
}
