import type { Journey } from '../journey.js';

/** The library, the watch over it, whom to call and what employers say. */
export const guidance: readonly Journey[] = [
  {
    name: 'the administrator records another look at a source, a number and a policy',
    async run(stage) {
      const screen = await stage.as('admin@trust.example');
      await screen.visit('/admin/guidance');
      await screen.visit('/guidance?q=A1.p1');
      await screen.visit('/guidance/places');
      await screen.visit('/admin/guidance/B.sar/undated');
      await screen.type('Address where you read it', 'https://ico.org.uk');
      await screen.type('Look again by', '2099-01-01');
      await screen.press('Record the look');
      await screen.visit('/admin/support/advice_ni');
      await screen.type('Number', '028 9000 0000');
      await screen.press('Save');
      await screen.visit('/employers/new');
      await screen.type('Title of the policy', 'Social media policy');
      await screen.type('Edition', '2.1');
      await screen.type('In force from', '2020-01-01');
      await screen.tick(/It forbids/);
      await screen.type(/Clauses/, '4.2 Information about patients stays in approved systems.');
      await screen.press('Save');
    },
  },
  {
    name: 'a doctor finds whom to call on every page',
    async run(stage) {
      const screen = await stage.as('doctor@mdo.example');
      await screen.visit('/support');
      if ((await screen.page.getByText('Advice from Example Medical Defence').count()) !== 1) {
        throw new Error('The line for advice is not there.');
      }
    },
  },
];
