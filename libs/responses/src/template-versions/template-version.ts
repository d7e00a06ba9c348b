import type { Id, OrganisationId } from '#kernel';
import type { TwoPersonVersion } from '#knowledge';
import type { ResponseTemplate } from '../response-template.js';

/** A version of an organisation's own wording of one template. */
export interface TemplateVersion extends TwoPersonVersion {
  readonly id: Id;
  readonly organisationId: OrganisationId;
  /** Such as `T-PUB-ACK-UK`. */
  readonly templateId: string;
  /** 1, 2, 3 … for this template within the organisation. */
  readonly number: number;
  readonly note: string;
  readonly createdAt: Date;
  readonly proposedByName: string | null;
  readonly publishedByName: string | null;
  readonly endedByName: string | null;
  /** SHA-256 of its source in UTF-8, lower-case hex. */
  readonly contentHash: string;
  /** Optimistic lock. */
  readonly version: number;
}

/** A version with its words: heading and body in the form of a template file. */
export interface TemplateDocument extends TemplateVersion {
  readonly source: string;
}

/** A version as the person saw it. */
export interface SeenVersion {
  readonly id: Id;
  readonly version: number;
}

/** Name of a template as it is in force: `1` is version 1 of the product, `1+own.3` the organisation's third of it. */
export function templateVersionName({
  version,
  ownNumber,
}: Pick<ResponseTemplate, 'version' | 'ownNumber'>): string {
  return ownNumber === null ? String(version) : `${version}+own.${ownNumber}`;
}
