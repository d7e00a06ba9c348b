import {
  introOf,
  isShown,
  rulesOn,
  stepsFrom,
  stateWords,
  type WorksheetEntry,
  type WorksheetFile,
} from '#referrals';

/** A kind on a case as a row of the list. */
export function worksheetRow({ kind, worksheet, mayOpen }: WorksheetEntry) {
  return {
    kind: kind.id,
    title: kind.title,
    routes: kind.routes,
    state: worksheet?.state ?? null,
    stateText: worksheet ? stateWords(kind, worksheet.state).text : null,
    mayOpen: mayOpen && !worksheet,
  };
}

/** What a kind asks, and how it is signed off; rules that are code are not told. */
export function kindAnswer({ kind, found }: WorksheetFile) {
  const { right, by, needsOther = false, decisions = [] } = kind.signOff;
  return {
    intro: introOf(kind, found),
    sections: kind.sections,
    signOff: { right, by, needsOther, decisions },
    templates: kind.templates ?? [],
  };
}

/** A worksheet with its answers, what is missing and what can follow; null where there is none. */
export function worksheetAnswer({ kind, worksheet, missing, stops }: WorksheetFile) {
  if (!worksheet) return null;
  const { authors: _authors, ...told } = worksheet;
  const asked = kind.sections.flatMap(({ questions }) =>
    questions.filter((question) => isShown(kind, question, worksheet.answers)).map(({ id }) => id),
  );
  const steps = stepsFrom(kind, worksheet.state).map(({ id, label }) => ({ id, label }));
  return { ...told, asked, missing, stops, rules: rulesOn(kind, worksheet), steps };
}
