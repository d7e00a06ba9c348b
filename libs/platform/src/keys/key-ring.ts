import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { open, seal } from './cipher.js';

/** Prefix of an Ed25519 private key in PKCS #8; the 32 bytes of the seed follow it. */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Keys that follow from the installation's root key. The root key wraps the organisations' keys, these
 * wrap the cases' keys; whoever destroys a case's key has erased what was sealed with it.
 */
export class KeyRing {
  constructor(private readonly root: Buffer) {
    if (root.length !== 32) throw new Error('The root key must be 32 bytes.');
  }

  /** Short public mark of the root key, kept in the database to notice a wrong key at start. */
  get fingerprint(): string {
    return createHash('sha256').update(this.derive('fingerprint')).digest('hex').slice(0, 16);
  }

  /** Seals a key or a secret with the root key. @param binding where it is kept. */
  wrap(plain: Buffer | string, binding: string): Buffer {
    return seal(this.derive('wrap'), plain, binding);
  }

  /** Opens what `wrap` made. @throws SealBroken */
  unwrap(sealed: Buffer, binding: string): Buffer {
    return open(this.derive('wrap'), sealed, binding);
  }

  /**
   * Keyed hash for finding an exact value without storing it: an e-mail address at sign-in.
   *
   * @param field keeps equal values of different fields apart.
   */
  blindIndex(field: string, value: string): Buffer {
    const normalised = value.normalize('NFC').trim().toLowerCase();
    return createHmac('sha256', this.derive('blind-index'))
      .update(`${field}\n${normalised}`)
      .digest();
  }

  /** A secret for one purpose, such as signing cookies. @returns 32 bytes. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.root, Buffer.alloc(0), `parapet ${purpose}`, 32));
  }

  /** The key pair that signs audit checkpoints (Ed25519). */
  get checkpointKey(): { privateKey: KeyObject; publicKey: KeyObject } {
    const privateKey = createPrivateKey({
      key: Buffer.concat([ED25519_PKCS8, this.derive('audit-checkpoint')]),
      format: 'der',
      type: 'pkcs8',
    });
    return { privateKey, publicKey: createPublicKey(privateKey) };
  }
}
