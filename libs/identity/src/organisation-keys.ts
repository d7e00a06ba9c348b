import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '#kernel';
import { KeyRing, newKey, open, seal, Transactions } from '#platform';

/** The organisations' keys, unwrapped once a process. */
@Injectable()
export class OrganisationKeys {
  private readonly known = new Map<OrganisationId, Buffer>();

  constructor(
    private readonly tx: Transactions,
    private readonly ring: KeyRing,
  ) {}

  /** Makes the key of a new organisation. @returns the key as it is stored. */
  make(organisationId: OrganisationId): Buffer {
    const key = newKey();
    this.known.set(organisationId, key);
    return this.ring.wrap(key, binding(organisationId));
  }

  /** The organisation's key; in a running transaction of that organisation. @throws SealBroken */
  async get(organisationId: OrganisationId): Promise<Buffer> {
    const known = this.known.get(organisationId);
    if (known) return known;
    const rows = await this.tx.query<{ wrapped_key: Buffer }>(
      `select wrapped_key from organisation where organisation_id = $1`,
      [organisationId],
    );
    const key = this.ring.unwrap(rows[0]!.wrapped_key, binding(organisationId));
    this.known.set(organisationId, key);
    return key;
  }

  /** Seals a value of the organisation. @param place table, column and row that it is kept in. */
  async seal(
    organisationId: OrganisationId,
    plain: string | Buffer,
    place: string,
  ): Promise<Buffer> {
    return seal(await this.get(organisationId), plain, place);
  }

  /** Opens what `seal` made. @throws SealBroken */
  async open(organisationId: OrganisationId, sealed: Buffer, place: string): Promise<Buffer> {
    return open(await this.get(organisationId), sealed, place);
  }
}

function binding(organisationId: OrganisationId): string {
  return `organisation.wrapped_key:${organisationId}`;
}
