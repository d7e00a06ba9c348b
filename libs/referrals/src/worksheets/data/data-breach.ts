import type { WorksheetKind } from '../kind.js';
import { BREACH_SECTIONS } from './data-breach-sections.js';

const NOTICES = ['T-BREACH-ICO', 'T-BREACH-DPC'] as const;

/**
 * A breach of personal data: what happened, how much it endangers people, and whether the authority and the
 * people are told. The 72 hours run from the moment of awareness that is entered here, never from the case.
 *
 * @source UK GDPR and GDPR, Articles 33 and 34
 */
export const DATA_BREACH: WorksheetKind = {
  id: 'data-breach',
  routes: ['data_protection'],
  desk: 'data_protection',
  title: 'Data breach',
  intro: [
    'The 72 hours began when the organisation became aware with reasonable certainty, not when this case was opened.',
    'Most breaches are accidents. What matters is what was lost, who may be hurt by it, and what is done now.',
  ],
  citations: ['A9', 'A9.art34', 'A9.dpc', 'A7'],
  sections: BREACH_SECTIONS,
  fills: [
    { templates: NOTICES, field: 'inputs.awareOn', question: 'awareAt' },
    {
      templates: NOTICES,
      field: 'inputs.reasonForDelay',
      question: 'lateReason',
    },
    { templates: NOTICES, field: 'inputs.nature', question: 'happened' },
    {
      templates: NOTICES,
      field: 'inputs.peopleAffected',
      question: 'peopleAffected',
    },
    {
      templates: NOTICES,
      field: 'inputs.dataKinds',
      question: 'dataKinds',
    },
    { templates: NOTICES, field: 'inputs.measures', question: 'measures' },
  ],
  signOff: {
    right: 'worksheet:sign-data-protection',
    by: 'The data protection officer',
    decisions: [
      { value: 'authority-and-people', text: 'Tell the authority and the people concerned' },
      { value: 'authority', text: 'Tell the authority' },
      {
        value: 'record-only',
        text: 'Record it, and tell nobody outside',
        hint: 'Only where a risk to people’s rights is unlikely. The reason is kept.',
      },
    ],
    check: ({ risk }) =>
      risk === 'unassessed'
        ? [{ question: 'risk', text: 'The risk to people has to be assessed before a decision' }]
        : [],
    brings: {
      clocks: [
        { deadline: 'ico_breach_72h', startFrom: 'awareAt', noticedByFrom: 'awareBy' },
        { deadline: 'dpc_breach_72h', startFrom: 'awareAt', noticedByFrom: 'awareBy' },
        {
          deadline: 'subject_notice_asap',
          startFrom: 'awareAt',
          when: { decision: 'authority-and-people' },
        },
      ],
      tasks: [
        {
          key: 'notify-authority',
          title: 'Send the breach notice to the authority',
          workingDays: 1,
          when: { decision: ['authority', 'authority-and-people'] },
        },
        {
          key: 'tell-people',
          title: 'Tell the people concerned, in plain words',
          workingDays: 1,
          when: { decision: 'authority-and-people' },
        },
        {
          key: 'copy-and-delete',
          title: 'See that what belongs in the record is copied there and removed from the devices',
          workingDays: 5,
          when: { question: 'device', is: ['own-phone', 'own-computer', 'app'] },
        },
      ],
    },
  },
  states: {
    notified: { text: 'The authority was told', colour: 'blue' },
    finished: { text: 'Finished', colour: 'green' },
  },
  steps: [
    {
      id: 'notified',
      label: 'Record that the authority was told',
      from: ['signed'],
      to: 'notified',
      needs: ['notifiedOn', 'authorityReference'],
    },
    {
      id: 'finished',
      label: 'Record that it is finished',
      from: ['signed', 'notified'],
      to: 'finished',
      needs: ['learned'],
    },
  ],
  templates: NOTICES,
};
