import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, TLSSocket } from 'node:tls';

/** A letter as the server took it. */
export interface TakenLetter {
  from: string;
  to: string;
  /** Headers and body, as they came. */
  data: string;
  isEncrypted: boolean;
  /** Who signed in before; undefined where nobody did. */
  user: string | undefined;
}

/** What the server is to say at a point of the talk instead of its usual answer. */
export type Answers = Partial<Record<'RCPT' | 'DATA' | 'AUTH' | 'END', string>>;

/** A mail server on this machine that speaks SMTP with STARTTLS and signing in, and keeps what it takes. */
export class SmtpServer {
  readonly taken: TakenLetter[] = [];
  /** Every command as it came, with `*` before those that came unencrypted. */
  readonly heard: string[] = [];
  answers: Answers = {};
  offersTls = true;
  private server: Server | undefined;
  private port = 0;
  private readonly sockets = new Set<Socket>();
  private readonly own = ownCertificate();

  /** Begins to listen; on the same port when it did before. */
  async begin(): Promise<void> {
    const server = createServer((socket) => {
      this.sockets.add(socket.on('error', () => undefined));
      this.talk(socket, false);
    });
    await new Promise<void>((done) => server.listen(this.port, '127.0.0.1', done));
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  /** Its address. @param credentials `user:password@`, or nothing. The certificate is trusted by the address. */
  url(credentials = ''): string {
    const authority = encodeURIComponent(this.own.cert);
    return `smtp://${credentials}127.0.0.1:${this.port}/?tls.ca=${authority}`;
  }

  /** Stops listening and hangs up. */
  async end(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((done) => this.server!.close(() => done()));
  }

  private talk(socket: Socket, isEncrypted: boolean): void {
    let letter: TakenLetter = { from: '', to: '', data: '', isEncrypted, user: undefined };
    let isReading = false;
    let rest = '';
    const say = (words: string) => socket.write(`${words}\r\n`);
    if (!isEncrypted) say('220 test ESMTP');
    const onLine = (line: string) => {
      if (isReading) {
        if (line !== '.') letter.data += `${line}\n`;
        else {
          isReading = false;
          const words = this.answers.END ?? '250 taken';
          if (words.startsWith('250')) this.taken.push(letter);
          say(words);
        }
        return;
      }
      this.heard.push(`${isEncrypted ? '' : '*'}${line}`);
      const verb = line.split(/[ :]/)[0]!.toUpperCase();
      if (verb === 'EHLO') {
        const ways = this.offersTls && !isEncrypted ? '250-STARTTLS\r\n' : '';
        say(`250-test\r\n${ways}250 AUTH PLAIN`);
      } else if (verb === 'STARTTLS' && !this.offersTls) say('502 not here');
      else if (verb === 'STARTTLS') {
        socket.removeAllListeners('data');
        say('220 go ahead');
        const secureContext = createSecureContext(this.own);
        const secure = new TLSSocket(socket, { isServer: true, secureContext });
        this.talk(
          secure.on('error', () => undefined),
          true,
        );
      } else if (verb === 'AUTH') {
        const words = this.answers.AUTH ?? '235 signed in';
        const [, user] = Buffer.from(line.split(' ')[2]!, 'base64').toString().split('\0');
        if (words.startsWith('235')) letter.user = user;
        say(words);
      } else if (verb === 'MAIL') {
        letter = { ...letter, from: addressIn(line), data: '' };
        say('250 ok');
      } else if (verb === 'RCPT') {
        letter.to = addressIn(line);
        say(this.answers.RCPT ?? '250 ok');
      } else if (verb === 'DATA') {
        isReading = this.answers.DATA === undefined;
        say(this.answers.DATA ?? '354 go on');
      } else if (verb === 'QUIT') {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    };
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) onLine(line);
    });
  }
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}

/** A key and a certificate for 127.0.0.1, made for this run. @throws Error when `openssl` is not installed. */
function ownCertificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'parapet-smtp-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const kind = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2';
  const name = '-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1';
  const words = `${kind} ${name} -keyout ${key} -out ${cert}`;
  const made = spawnSync('openssl', words.split(' '));
  if (made.status !== 0) throw new Error('openssl is not installed (apt-get install openssl).');
  const own = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true, force: true });
  return own;
}
