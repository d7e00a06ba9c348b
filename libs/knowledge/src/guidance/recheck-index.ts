import {
  type Citation,
  citationLabel,
  isCitationKey,
  type Recheck,
  resolveCitation,
} from '#guidance';

/** The newest looks of an organisation at its sources, to be asked while labels are made. */
export class RecheckIndex {
  private readonly byEdition: ReadonlyMap<string, Recheck>;

  /** @param today civil date: whatever was to be looked at before it is overdue. */
  constructor(
    rechecks: readonly Recheck[],
    readonly today: string,
  ) {
    this.byEdition = new Map(rechecks.map((one) => [placeOf(one), one]));
  }

  find(edition: { key: string; edition: string }): Recheck | undefined {
    return this.byEdition.get(placeOf(edition));
  }

  /** The line for people, with the warning that holds today. */
  label(citation: Citation): string {
    const recheck = this.find(citation);
    return citationLabel(citation, { today: this.today, ...(recheck && { recheck }) });
  }

  /** The line of a source by its key; undefined for what is no source. @param on civil date of the post. */
  labelOf(key: string, on: string): string | undefined {
    return isCitationKey(key) ? this.label(resolveCitation(key, on)) : undefined;
  }
}

function placeOf({ key, edition }: { key: string; edition: string }): string {
  return `${key} ${edition}`;
}
