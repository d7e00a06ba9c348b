import type { Contradiction, MustAsk, UrgencyTrigger } from '../pack.js';

/** What must be asked before advice can be adopted, in this order, and what “not sure” then counts as. */
export const MUST_ASK: readonly MustAsk[] = [
  { fact: 'immediate_danger', when: 'True', unsureCountsAs: true },
  { fact: 'contains_threat', when: 'True', unsureCountsAs: 'explicit' },
  { fact: 'doctor_risk_to_self', when: 'True', unsureCountsAs: true },
  { fact: 'self_harm_risk_author', when: 'True', unsureCountsAs: true },
  { fact: 'safeguarding_concern', when: 'True', unsureCountsAs: true },
  { fact: 'intimate_image_abuse', when: 'True', unsureCountsAs: true },
  { fact: 'patient_info_disclosed', when: 'by', unsureCountsAs: true },
  { fact: 'patient_identifiable', when: 'by', unsureCountsAs: 'yes' },
  { fact: 'post_still_live', when: 'by', unsureCountsAs: true },
  { fact: 'wrong_recipient_or_outsider', when: 'by', unsureCountsAs: true },
];

/** Answers that cannot all be right; `fields` are those to ask again. */
export const CONTRADICTIONS: readonly Contradiction[] = [
  {
    when: "reply_confirms_patient and direction!='both'",
    fields: ['reply_confirms_patient', 'direction'],
    message:
      'A reply that gives patient details means that the doctor or staff posted as well. Choose “Both” for who posted, or say that no reply gave details.',
  },
  {
    when: 'wrong_recipient_or_outsider and not patient_info_disclosed',
    fields: ['wrong_recipient_or_outsider', 'patient_info_disclosed'],
    message:
      'You said that someone not entitled could see it, and that no patient information went too far. Was there patient information in it?',
  },
  {
    when: "author_identity=='self' and not by",
    fields: ['author_identity', 'direction'],
    message:
      'You said that the doctor wrote it, and that someone else posted. Choose “The doctor” or “Both”, or another author.',
  },
  {
    when: 'content_is_opinion_only and contains_false_fact',
    fields: ['content_is_opinion_only', 'contains_false_fact'],
    message:
      'It cannot be opinion only and also contain a false statement of fact. Which of the two is right?',
  },
];

/** What makes a case urgent; the first level with a trigger that holds is the level of the case. */
export const URGENCY: readonly UrgencyTrigger[] = [
  { level: 'now', when: 'immediate_danger', why: 'Someone may be hurt now.' },
  { level: 'now', when: "contains_threat=='explicit'", why: 'There is an explicit threat.' },
  { level: 'now', when: 'doctor_risk_to_self', why: 'The doctor may be at risk of self-harm.' },
  { level: 'now', when: 'self_harm_risk_author', why: 'The author may be at risk of self-harm.' },
  { level: 'now', when: 'safeguarding_concern', why: 'A child or an adult may be at risk.' },
  { level: 'now', when: 'intimate_image_abuse', why: 'An intimate image is shared or threatened.' },
  {
    level: 'now',
    when: 'gives_individual_advice and clinical_harm_possible',
    why: 'Someone may come to harm from advice given online.',
  },
  {
    level: 'two-hours',
    when: "post_still_live and (disclosure or (by and clinical_image and patient_identifiable!='no' and not consent_ok))",
    why: 'Information that may identify a patient can still be seen.',
  },
  {
    level: 'two-hours',
    when: "media_interest in ('enquiry','broadcast_pending') and media_deadline_hours is not None and media_deadline_hours<24",
    why: 'A journalist’s deadline is less than 24 hours away.',
  },
  {
    level: 'two-hours',
    when: 'discloses_doctor_private_info',
    why: 'The doctor’s address or other private details are published.',
  },
  {
    level: 'two-hours',
    when: "regulator_contact=='interim_orders'",
    why: 'There is notice of an interim orders hearing.',
  },
  {
    level: 'same-day',
    when: "disclosure and risk_to_patient_rights!='unlikely'",
    why: 'The 72-hour clock for a data breach may be running.',
  },
  {
    level: 'same-day',
    when: "criminal_status in ('charged','cautioned','convicted')",
    why: 'The doctor must tell the regulator without delay.',
  },
  {
    level: 'same-day',
    when: 'course_of_conduct',
    why: 'The same person has been targeted again and again.',
  },
  {
    level: 'same-day',
    when: 'impersonation_sells_or_advises',
    why: 'An impersonator sells or advises in the doctor’s name.',
  },
  {
    level: 'same-day',
    when: 'active_court_comment',
    why: 'The doctor’s comment may be a contempt of court.',
  },
  {
    level: 'three-working-days',
    when: 'formal_complaint_received',
    why: 'A complaint must be acknowledged.',
  },
  {
    level: 'three-working-days',
    route: 'moderator_report',
    why: 'A report to the moderator is recommended.',
  },
];
