import { type Facts, RULE_PACK } from '#triage';
import { QUESTION_GROUPS } from './question-groups.js';
import { mustAskOpen, nextGroup, progressOf } from './walk-through.js';

const [safety] = QUESTION_GROUPS;
/** Nobody in danger, as somebody said. */
const safe: Facts = {
  immediate_danger: false,
  contains_threat: 'none',
  doctor_risk_to_self: false,
  self_harm_risk_author: false,
  safeguarding_concern: false,
  intimate_image_abuse: false,
};

const pagesOpen = (facts: Facts, unsure: readonly string[] = []) =>
  progressOf(facts, unsure).flatMap(({ group, open }) => (open.length > 0 ? [group.id] : []));

describe('the pages of questions', () => {
  it('hold every fact of the rules once', () => {
    const asked = QUESTION_GROUPS.flatMap(({ facts }): readonly string[] => facts);
    expect([...asked].sort()).toEqual(RULE_PACK.facts.map(({ name }) => name).sort());
  });

  it('put danger before everything, and take "not sure" for an answer', () => {
    expect(nextGroup(progressOf({}, []))).toBe('safety');
    expect(mustAskOpen({}, ['immediate_danger'])).not.toContain('immediate_danger');
    expect(nextGroup(progressOf({}, safety.facts))).not.toBe('safety');
  });

  it("put patient information next where the doctor posted, and leave it out where nobody's post but others'", () => {
    expect(nextGroup(progressOf({ ...safe, direction: 'by_doctor' }, []))).toBe(
      'patient-information',
    );
    expect(pagesOpen({ ...safe, direction: 'about_doctor' })).not.toContain('patient-information');
    expect(pagesOpen({ ...safe, direction: 'by_doctor' })).not.toContain('content');
  });

  it('come back to no page whose questions were all answered, "not sure" to all included', () => {
    const facts: Facts = { direction: 'both' };
    const unsure: string[] = [];
    const visited: string[] = [];
    for (let next = nextGroup(progressOf(facts, unsure)); next;) {
      visited.push(next);
      const page = progressOf(facts, unsure).find(({ group }) => group.id === next)!;
      unsure.push(...page.open);
      next = nextGroup(progressOf(facts, unsure));
    }
    expect(visited).toHaveLength(new Set(visited).size);
    expect(visited.slice(0, 2)).toEqual(['safety', 'patient-information']);
  });

  it('ask nothing that could only propose a route which comes after the one that is certain', () => {
    const danger = { ...safe, direction: 'about_doctor', immediate_danger: true };
    const open = progressOf(danger, []).flatMap((page) => page.open);
    expect(open).not.toContain('provider_can_reply');
    expect(open).not.toContain('is_troll');
    expect(open).toContain('formal_complaint_received');
  });

  it('mark an answer that makes no difference any more, and keep it', () => {
    const own: Facts = { ...safe, direction: 'by_doctor', health_misinformation: true };
    const idleIn = (facts: Facts) => progressOf(facts, []).flatMap(({ idle }) => idle);
    expect(idleIn(own)).not.toContain('health_misinformation');
    expect(idleIn({ ...own, direction: 'about_doctor' })).toContain('health_misinformation');
    expect(idleIn({ ...own, direction: 'about_doctor' })).not.toContain('immediate_danger');
  });
});
