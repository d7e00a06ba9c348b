import { isCitationKey, PLATFORM_KEYS } from '#guidance';
import { RULE_PACK } from '#triage';
import { TEMPLATE_ROUTES } from './index.js';
import { shippedCatalogue } from './template-fixtures.js';

const catalogue = shippedCatalogue();
const { routes } = RULE_PACK;
const named = new Set(routes.flatMap(({ templates }) => templates));

describe('the templates that the routes of triage name', () => {
  it('are all written', () => {
    const missing = [...named].filter((id) => !catalogue.find(id));
    expect(missing).toEqual([]);
  });

  it('are all that are written, each under its own route', () => {
    const own = catalogue.templates.map(({ id, route }) => `${route}: ${id}`);
    const told = new Set(
      routes.flatMap(({ id, templates }) => templates.map((one) => `${id}: ${one}`)),
    );
    expect(own.filter((one) => !told.has(one))).toEqual([]);
  });

  it('belong to routes that both know', () => {
    expect(routes.map(({ id }) => id).toSorted()).toEqual([...TEMPLATE_ROUTES].toSorted());
  });
});

describe('every template that ships', () => {
  it('cites what the guidance knows', () => {
    const unknown = catalogue.templates.flatMap(({ id, sources }) =>
      sources.filter((key) => !isCitationKey(key)).map((key) => `${id}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  it('is for sites that the guidance knows', () => {
    const keys: readonly string[] = PLATFORM_KEYS;
    const limited = catalogue.templates.filter(({ platforms }) => platforms !== undefined);
    expect(limited.length).toBeGreaterThan(1);
    const unknown = limited.flatMap(({ id, platforms }) =>
      platforms!.filter((key) => !keys.includes(key)).map((key) => `${id}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });
});
