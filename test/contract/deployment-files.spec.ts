import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CONFIG_NAMES } from '#platform';

const ROOT = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

interface Service {
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  user?: string;
  read_only?: boolean;
  volumes?: string[];
  ports?: string[];
  deploy?: { replicas: number };
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
};
const own = Object.entries(compose.services).filter(([, service]) => service.build);
const dockerfile = read('Dockerfile');

/** Names that a text gives to docker compose to fill in. */
const filledIn = new Set(
  [...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!),
);

describe('docker-compose.yml', () => {
  it('gives our processes no setting that Parapet does not read', () => {
    const names = own.flatMap(([, { environment = {} }]) => Object.keys(environment));
    expect(names.length).toBeGreaterThan(0);
    const unknown = names.filter((name) => !CONFIG_NAMES.includes(name.replace(/_FILE$/, '')));
    expect(unknown).toEqual([]);
  });

  it('gives only the migration the login that owns the tables', () => {
    const holders = own.filter(([, { environment }]) => environment?.['PARAPET_MIGRATE_URL']);
    expect(holders.map(([name]) => name)).toEqual(['migrate']);
  });

  it('holds no password', () => {
    const all = Object.values(compose.services).flatMap(({ environment = {} }) =>
      Object.entries(environment),
    );
    const secrets = all.filter(([name]) => /PASSWORD|KEY|TOKEN|_URL$/.test(name));
    const written = secrets.filter(([, value]) => /:\/\/[^$]*:[^$@]+@/.test(value));
    expect(secrets.length).toBeGreaterThan(4);
    expect(written).toEqual([]);
  });

  it('opens ports to this machine only, and none of the database or the queue', () => {
    expect(compose.services['postgres']?.ports).toBeUndefined();
    expect(compose.services['redis']?.ports).toBeUndefined();
    const open = Object.values(compose.services).flatMap(({ ports = [] }) => ports);
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('lets our processes write to the data directory alone', () => {
    for (const [, service] of own) {
      expect(service).toMatchObject({ read_only: true, volumes: ['data:/data'] });
    }
  });

  it('runs two web processes and two workers', () => {
    expect(compose.services['web']?.deploy?.replicas).toBe(2);
    expect(compose.services['worker']?.deploy?.replicas).toBe(2);
  });

  it('runs scripts that are built, and mounts files that are there', () => {
    const scripts = own
      .flatMap(([, { command = [] }]) => command)
      .filter((word) => /^(dist|bin)\//.test(word));
    const mounted = Object.values(compose.services)
      .flatMap(({ volumes = [] }) => volumes)
      .filter((volume) => volume.startsWith('./'))
      .map((volume) => volume.split(':')[0]!);
    for (const file of [...scripts, ...mounted])
      expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
    expect(scripts.length + mounted.length).toBe(4);
  });
});

describe('the Dockerfile', () => {
  it('does not run as root', () => {
    const users = [...dockerfile.matchAll(/^USER (\S+)$/gm)].map(([, user]) => user);
    expect(users).toEqual(['node']);
  });

  it('installs by the lock file and runs no script of a package', () => {
    expect(dockerfile).toMatch(/npm ci --ignore-scripts/);
    expect(dockerfile).not.toMatch(/npm (install|i) /);
  });

  it('copies only what is there once it is built', () => {
    const copied = [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(
      ([, part]) => part!,
    );
    expect(copied.length).toBeGreaterThan(3);
    for (const part of copied) expect([part, existsSync(join(ROOT, part))]).toEqual([part, true]);
  });

  it('sets nothing that Parapet does not read', () => {
    const names = [...dockerfile.matchAll(/\b([A-Z][A-Z_]+)=/g)].map(([, name]) => name!);
    expect(names.filter((name) => name !== 'NODE_ENV' && !CONFIG_NAMES.includes(name))).toEqual([]);
  });
});

describe('.env.example', () => {
  it('names every setting, and no other but what docker-compose.yml fills in', () => {
    const named = [...read('.env.example').matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(
      ([, name]) => name!,
    );
    const forCompose = [...filledIn].filter((name) => !CONFIG_NAMES.includes(name));
    expect(named.toSorted()).toEqual([...CONFIG_NAMES, ...forCompose].toSorted());
  });
});

describe('the README', () => {
  it('documents every setting in its table', () => {
    const documented = [...read('README.md').matchAll(/^\| `([A-Z][A-Z_]+)`/gm)].map(
      ([, name]) => name!,
    );
    expect(documented.toSorted()).toEqual([...CONFIG_NAMES].toSorted());
  });

  it('shows pictures that are there', () => {
    const pictures = [...read('README.md').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(
      ([, file]) => file!,
    );
    expect(pictures.length).toBeGreaterThan(0);
    for (const file of pictures) expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
  });
});
