import type { FieldFault } from '#kernel';

/** A link of a navigation; `current` marks the page that is shown. */
export interface NavigationItem {
  href: string;
  text: string;
  current?: boolean;
}

/** A message kept over a redirect: what was done, and in a second sentence what happens next. */
export interface Flash {
  text: string;
  detail?: string;
  /** `notice` for what is no success; the default is `success`. */
  kind?: 'success' | 'notice';
}

/** Whom a doctor may call or write to; what is not known is empty. */
export interface HelpLine {
  name: string;
  adviceLine?: string | undefined;
  adviceHours?: string | undefined;
  medicoLegalEmail?: string | undefined;
  membershipLine?: string | undefined;
}

/** What every page needs for its frame. Templates know it as `page`. */
export interface PageFrame {
  /** The one first-level heading, and the title of the window. */
  title: string;
  /** Short line over the heading, such as a reference. */
  caption?: string;
  organisationName?: string;
  personName?: string;
  /** How many notices the person has not read, up to 100. */
  unreadNotices?: number;
  navigation?: readonly NavigationItem[];
  backLink?: { href: string; text?: string };
  breadcrumbs?: readonly NavigationItem[];
  csrfToken?: string;
  /** A key of the forms on this page: a form sent twice takes effect once. */
  formKey?: string;
  flash?: Flash | null;
  /** Whether the person has switched single-key shortcuts on. */
  shortcuts?: boolean;
  /** On the pages of doctors: the organisation's own line for advice. */
  helpLine?: HelpLine | undefined;
  /** Whether the organisation serves its own colours at `/theme.css`. */
  theme?: boolean;
}

/** A fault as a page shows it: in the summary, linked to the field, and beside the field. */
export interface FieldError {
  field: string;
  text: string;
  href: string;
}

/** What all templates are given besides their own model. */
export interface PageModel {
  page: PageFrame;
  errors?: readonly FieldError[];
  /** What the person typed, by field name, so that nothing is lost on a fault. */
  values?: Readonly<Record<string, unknown>>;
}

/** Turns the faults of a refusal into the errors of a page; `a.b.0` becomes the field `a-b-0`. */
export function fieldErrors(faults: readonly FieldFault[]): FieldError[] {
  return faults.map(({ field, message }) => {
    const id = field.replaceAll('.', '-');
    return { field: id, text: message, href: `#${id}` };
  });
}

/** The error of one field, in the form that the form macros take; undefined when there is none. */
export function errorFor(
  errors: readonly FieldError[] | undefined,
  field: string,
): { text: string } | undefined {
  const found = errors?.find((error) => error.field === field);
  return found && { text: found.text };
}
