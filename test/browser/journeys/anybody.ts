import type { Journey } from '../journey.js';

/** What a visitor sees who is not signed in. */
export const anybody: readonly Journey[] = [
  {
    name: 'somebody unknown: reads the public pages and is asked to sign in at the others',
    run: async (stage) => {
      const screen = await stage.visitor('visitor');
      for (const path of ['/sign-in', '/help', '/check-a-post', '/accessibility', '/privacy']) {
        await screen.visit(path);
      }
      await screen.visit('/work');
      if (screen.path !== '/sign-in') throw new Error(`/work led a stranger to ${screen.path}.`);
      await screen.close();
    },
  },
  {
    name: 'somebody who mistypes the password: is told so, with the address kept',
    run: async (stage) => {
      const screen = await stage.visitor('visitor');
      await screen.visit('/sign-in');
      await screen.type('E-mail address', 'adviser@trust.example');
      await screen.type('Password', 'not the password');
      const status = await screen.pressRefused('Sign in');
      if (status < 400) throw new Error(`A wrong password was answered with ${status}.`);
      const kept = await screen.page.getByLabel('E-mail address').inputValue();
      if (kept !== 'adviser@trust.example') throw new Error('The address was not kept.');
      await screen.close();
    },
  },
];
