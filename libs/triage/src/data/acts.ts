import type { ProhibitedAct } from '../pack.js';

/** What must not be done, as rules bar it; the sentence is what a person reads. */
export const ACTS = [
  {
    id: 'public_patient_detail',
    sentence:
      'Do not confirm, deny or describe anyone’s care in public, even to correct a falsehood.',
  },
  {
    id: 'reply_from_personal_account',
    sentence: 'Do not reply from a personal account.',
  },
  {
    id: 'counter_reviews',
    sentence: 'Do not post, ask for or buy favourable reviews to balance this one.',
  },
  {
    id: 'trace_author_from_records',
    sentence: 'Do not search records to find out who wrote it.',
  },
  {
    id: 'join_group_covertly',
    sentence: 'Do not join a closed group, or have someone else join, to read it.',
  },
  {
    id: 'threaten_legal_action',
    sentence: 'Do not threaten the author with legal action.',
  },
  {
    id: 'remove_patient_for_review',
    sentence: 'Do not end a patient’s care because of a review or a complaint.',
  },
  {
    id: 'make_removal_a_condition',
    sentence: 'Do not make care, a refund or an apology depend on the post being taken down.',
  },
  {
    id: 'discuss_care_with_relative',
    sentence: 'Do not discuss the patient with a relative who has no authority from the patient.',
  },
  {
    id: 'delete_without_capture',
    sentence: 'Do not delete anything before it has been captured.',
  },
  {
    id: 'destroy_or_edit_evidence',
    sentence: 'Do not destroy or change anything that bears on the open process.',
  },
  {
    id: 'discuss_open_case',
    sentence: 'Do not discuss the open process anywhere but in it.',
  },
  {
    id: 'repeat_disclosure',
    sentence: 'Do not repeat what was disclosed, not even to explain it.',
  },
  {
    id: 'repost_to_rebut',
    sentence: 'Do not repost or quote the content to rebut it.',
  },
  {
    id: 'contact_media_directly',
    sentence: 'Do not speak or write to the journalist yourself.',
  },
  {
    id: 'reply_on_private_profile_clinically',
    sentence: 'Do not give clinical answers through a private profile.',
  },
  {
    id: 'discourage_concern_raising',
    sentence: 'Do not press the doctor to drop a concern about patient safety.',
  },
] as const satisfies readonly ProhibitedAct[];
