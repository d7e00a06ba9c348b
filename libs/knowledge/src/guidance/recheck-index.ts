import {
  type Citation,
  citationLabel,
  isBroken,
  isCitationKey,
  type LinkCheck,
  type Recheck,
  resolveCitation,
  type ReviewState,
} from '#guidance';

/** The newest looks of an organisation at its sources, to be asked while labels are made. */
export class RecheckIndex {
  private readonly byEdition: ReadonlyMap<string, Recheck>;
  private readonly byLink: ReadonlyMap<string, LinkCheck>;

  /** @param today civil date: whatever was to be looked at before it is overdue. */
  constructor(
    rechecks: readonly Recheck[],
    readonly today: string,
    links: readonly LinkCheck[] = [],
  ) {
    this.byEdition = new Map(rechecks.map((one) => [placeOf(one), one]));
    this.byLink = new Map(links.map((one) => [one.link, one]));
  }

  find(edition: { key: string; edition: string }): Recheck | undefined {
    return this.byEdition.get(placeOf(edition));
  }

  /** What asking for the link of a source found; undefined where nobody asked since a person looked at it themselves. */
  linkCheck({
    link,
    checkedOn,
    isRechecked,
  }: Pick<ReviewState, 'link' | 'checkedOn' | 'isRechecked'>): LinkCheck | undefined {
    const check = link === undefined ? undefined : this.byLink.get(link);
    return check && !(isRechecked && checkedOn >= check.checkedOn) ? check : undefined;
  }

  /** Whether the link of a source leads nowhere any more. */
  hasBrokenLink(state: Pick<ReviewState, 'link' | 'checkedOn' | 'isRechecked'>): boolean {
    const check = this.linkCheck(state);
    return check !== undefined && isBroken(check);
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
