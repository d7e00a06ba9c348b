import * as fc from 'fast-check';
import {
  AUDIENCES,
  TEMPLATE_JURISDICTIONS,
  TEMPLATE_ROUTES,
  TEMPLATE_VARIABLES,
  render,
} from './index.js';
import type { ResponseTemplate, TemplateFacts } from './index.js';
import { fullFacts, shippedCatalogue } from './template-fixtures.js';

const catalogue = shippedCatalogue();
const published = catalogue.templates.filter(({ audience }) => AUDIENCES[audience].isPublished);
const textOf = (template: ResponseTemplate, facts: TemplateFacts): string => {
  const rendering = render(template, facts);
  return rendering.state === 'rendered' ? rendering.text : JSON.stringify(rendering.faults);
};

/** Any value at all for every fact that is not the organisation's own published one. */
function anyCase(): fc.Arbitrary<TemplateFacts> {
  const hidden = Object.entries(TEMPLATE_VARIABLES).filter(
    ([, { label }]) => label !== 'organisation-public',
  );
  const value = fc.option(fc.oneof(fc.string(), fc.constant('2026-03-17'), fc.integer()));
  return fc.tuple(...hidden.map(() => value)).map((values) => {
    const facts: Record<string, Record<string, unknown>> = {};
    for (const [index, [name]] of hidden.entries()) {
      const [group, leaf] = name.split('.') as [string, string];
      facts[group] ??= {};
      facts[group][leaf] = values[index];
    }
    return facts as TemplateFacts;
  });
}

/** The organisation's published facts and the author's choices as they were, all else as given. */
function withCase(template: ResponseTemplate, other: TemplateFacts): TemplateFacts {
  const { organisation, inputs } = fullFacts(template);
  return { ...other, organisation: { ...organisation, ...other.organisation }, inputs };
}

describe('what is said in public', () => {
  it('covers replies and the press', () => {
    expect(published.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['T-PUB-ACK-UK', 'T-PUB-ACK-IE', 'T-PUB-ACK-NHS', 'T-HOLDING']),
    );
  });

  it.each(published.map((template) => [template.id, template] as const))(
    '%s stays the same to the byte whatever the case is (seeds row 3)',
    (_, template) => {
      const words = textOf(template, fullFacts(template));
      fc.assert(
        fc.property(anyCase(), (other) => {
          expect(textOf(template, withCase(template, other))).toBe(words);
        }),
      );
      expect(words).toContain('«organisation.name»');
    },
  );

  it('is proved by a trial that does notice case facts where a text may hold them', () => {
    const report = catalogue.find('T-MODERATOR')!;
    const words = textOf(report, fullFacts(report));
    const other = { post: { url: 'https://example.org/other' } };
    expect(textOf(report, withCase(report, other))).not.toBe(words);
  });

  it.each(published.map((template) => [template.id, template] as const))(
    '%s names no fact above the organisation’s published ones',
    (_, template) => {
      const labels = template.variables
        .filter((name) => !name.startsWith('inputs.'))
        .map((name) => TEMPLATE_VARIABLES[name as keyof typeof TEMPLATE_VARIABLES].label);
      expect(labels.filter((label) => label !== 'organisation-public')).toEqual([]);
    },
  );

  it.each(published.map((template) => [template.id, template] as const))(
    '%s neither apologises for care nor speaks of the writer as a patient',
    (_, template) => {
      const words = textOf(template, fullFacts(template));
      // A doctor may say sorry for words of their own; that speaks of no care.
      const ofOwnPost = template.route === 'remediate_post';
      if (!ofOwnPost) expect(words).not.toMatch(/\b(sorry|apolog|regret)/i);
      expect(words).not.toMatch(/\byour (care|visit|treatment|experience)/i);
      expect(words).not.toMatch(/\b(our|your|a|the) patients?\b/i);
      expect(words).not.toMatch(/\bas (a|our) patient\b/i);
    },
  );
});

describe('every template that ships', () => {
  it.each(catalogue.templates.map((template) => [template.id, template] as const))(
    '%s gives a whole text from full facts and keeps its id as its file name',
    (id, template) => {
      const rendering = render(template, fullFacts(template));
      expect(rendering).toMatchObject({ state: 'rendered' });
      expect(textOf(template, fullFacts(template))).not.toMatch(/[{}]|undefined|\[object/);
      expect(template.file).toBe(`${id.toLowerCase()}.hbs`);
    },
  );

  it.each(catalogue.templates.map((template) => [template.id, template] as const))(
    '%s is stopped by the absence of any one fact that it cannot do without',
    (_, template) => {
      const empty = render(template, {});
      const needed = template.variables.filter((name) => !isOptional(template, name));
      expect(empty).toMatchObject({ state: 'stopped' });
      const fields = empty.state === 'stopped' ? empty.faults.map(({ field }) => field) : [];
      expect(fields.toSorted()).toEqual(needed.toSorted());
    },
  );

  it('tells a site nothing but the post, the rule and the words of the pack (seeds row 2)', () => {
    const reports = catalogue.templates.filter(({ audience }) => audience === 'platform');
    expect(reports.map(({ id }) => id)).toEqual(['T-MOD-APPEAL', 'T-MODERATOR']);
    const groups = reports.flatMap(({ variables }) => variables.map((name) => name.split('.')[0]));
    expect(new Set(groups)).toEqual(new Set(['platform', 'post', 'ground', 'inputs']));
  });
});

describe('choosing a template', () => {
  it('has a text for every route in every jurisdiction', () => {
    const bare = TEMPLATE_ROUTES.flatMap((route) =>
      TEMPLATE_JURISDICTIONS.filter(
        (jurisdiction) => catalogue.forRoute({ route, jurisdiction }).length === 0,
      ).map((jurisdiction) => `${route} in ${jurisdiction}`),
    );
    expect(bare).toEqual([]);
  });

  it.each(TEMPLATE_JURISDICTIONS)(
    'finds one public acknowledgement for %s, which names the complaints contact (seeds row 3)',
    (jurisdiction) => {
      const search = { route: 'acknowledge_signpost', audience: 'public', jurisdiction } as const;
      const id = jurisdiction === 'ireland' ? 'T-PUB-ACK-IE' : 'T-PUB-ACK-UK';
      const found = catalogue.forRoute(search);
      expect(found.map((template) => template.id)).toEqual([id]);
      expect(textOf(found[0]!, fullFacts(found[0]!))).toContain('«organisation.complaintsContact»');
    },
  );

  it('puts the template made for the site first', () => {
    const search = { route: 'acknowledge_signpost', jurisdiction: 'england', platform: 'nhs_uk' };
    expect(catalogue.forRoute(search as never).map(({ id }) => id)).toEqual([
      'T-PUB-ACK-NHS',
      'T-PUB-ACK-UK',
    ]);
  });

  it.each(TEMPLATE_JURISDICTIONS)('finds one complaint acknowledgement for %s', (jurisdiction) => {
    const found = catalogue.forRoute({ route: 'private_contact', jurisdiction });
    expect(found.filter(({ id }) => id.startsWith('T-CMP-ACK'))).toHaveLength(1);
  });
});

function isOptional(template: ResponseTemplate, name: string): boolean {
  const hasCondition = template.parts.some(
    (part) => part.kind === 'condition' && part.name === name,
  );
  if (hasCondition && !name.startsWith('inputs.')) return true;
  return template.inputs[name.slice('inputs.'.length)]?.optional ?? false;
}
