import type { Incident } from '#cases';

/** An incident as an adviser would log it; what matters to the test is given. */
export function anIncident(given: Partial<Incident> = {}): Incident {
  return {
    title: 'One-star review of the clinic',
    direction: 'about_doctor',
    kind: 'negative_review',
    platform: 'google_business',
    url: 'https://maps.example/review/1',
    handle: 'reviewer-1',
    postText: 'Waited an hour and nobody listened.',
    postedOn: '2026-01-02',
    seenOn: '2026-01-05',
    visibility: 'public',
    groupSize: null,
    sharing: 'unknown',
    jurisdiction: 'england',
    setting: 'nhs_gp',
    doctorName: 'Dr Example',
    doctorId: null,
    isUrgent: false,
    ...given,
  };
}
