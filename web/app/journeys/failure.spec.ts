import { expect, open, test } from './test';

test('a failed request says what to do, and trying again works', async ({ page, faults }) => {
  await page.route('**/graphql?*', (route) => route.abort());
  await open(page, '/fr/partners');
  await expect(page.locator('h1')).toHaveText('Les données n’ont pas pu être chargées');
  await expect(page).toHaveTitle('Les données n’ont pas pu être chargées · Mithaq');
  await expect(page.getByText(/Vérifiez votre connexion/)).toBeVisible();
  await expect(page.getByRole('navigation')).toBeVisible();
  expect(faults.length).toBeGreaterThan(0);
  faults.length = 0;

  // Trying again leads to what came of it, be it the same.
  const retry = page.getByRole('button', { name: 'Réessayer' });
  await retry.click();
  await expect(page.locator('h1')).toBeFocused();
  await expect(page.locator('[aria-live]')).toHaveText('Les données n’ont pas pu être chargées · Mithaq');
  faults.length = 0;

  await page.unroute('**/graphql?*');
  await retry.click();
  await expect(page.locator('h1')).toHaveText('Partenaires');
  await expect(page.locator('h1')).toBeFocused();
  await expect(page.locator('[aria-live]')).toHaveText('Partenaires · Mithaq');
});

test('a script that a newer version has replaced comes with a new document', async ({ page, faults }) => {
  await open(page, '/fr');
  await page.route('**/assets/Partners-*.js', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('navigation').getByRole('link', { name: 'Partenaires' }).click();
  await expect(page.locator('h1')).toHaveText('Les données n’ont pas pu être chargées');
  faults.length = 0;

  await page.unroute('**/assets/Partners-*.js');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.locator('h1')).toHaveText('Partenaires');
});

test('a query that a newer version has replaced comes with a new document', async ({ page }) => {
  await open(page, '/fr');
  const errors = [{ message: 'no', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }];
  await page.route('**/graphql?*', (route) => route.fulfill({ json: { errors } }));
  await page.getByRole('navigation').getByRole('link', { name: 'Partenaires' }).click();
  await expect(page.locator('h1')).toHaveText('Les données n’ont pas pu être chargées');

  await page.unroute('**/graphql?*');
  const anew = page.waitForEvent('domcontentloaded');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await anew;
  await expect(page.locator('h1')).toHaveText('Partenaires');
});

test('an error of the API refuses the page and names its code', async ({ page }) => {
  for (const [code, advice] of [
    ['UNAVAILABLE', /is not answering at the moment/],
    ['TIMEOUT', /is not answering at the moment/],
    ['INTERNAL', /The fault is not on your side/],
  ] as const) {
    const errors = [{ message: 'no', extensions: { code } }];
    await page.route('**/graphql?*', (route) => route.fulfill({ json: { data: null, errors } }));
    await open(page, '/en');
    await expect(page.getByText(advice)).toBeVisible();
    await expect(page.getByText(code)).toBeVisible();
  }
});

test('what takes long is said to be loading, and what does not is not', async ({ page }) => {
  // What is asked is held until it is let go, and on the page no time passes but what is said here.
  let go = () => {};
  const hold = () => {
    const gone = new Promise<void>((resolve) => (go = resolve));
    return page.route(
      '**/graphql?*',
      async (route) => {
        await gone;
        await route.continue();
      },
      { times: 1 },
    );
  };
  await hold();
  await page.goto('/fr/sources');
  await expect(page.getByRole('status')).toHaveText('Chargement…');
  go();
  await expect(page.locator('h1')).toHaveText('Sources');
  await expect(page.getByRole('status')).toHaveText('');

  // The old page stays while the next one is on its way.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await hold();
  await page.getByRole('navigation').getByRole('link', { name: 'Partenaires' }).click();
  await page.clock.runFor(900);
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'true');
  await expect(page.locator('h1')).toHaveText('Sources');
  await expect(page.getByRole('status')).toHaveText('');
  await page.clock.runFor(200);
  await expect(page.getByRole('status')).toHaveText('Chargement…');
  go();
  await expect(page.locator('h1')).toHaveText('Partenaires');
  await expect(page.getByRole('status')).toHaveText('');
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false');
});

test('a register that was never imported says so', async ({ page }) => {
  await page.route('**/graphql?*', (route) =>
    route.fulfill({ json: { data: { register: null, signings: { nodes: [] } } } }),
  );
  await open(page, '/ar');
  await expect(page.locator('h1')).toHaveText('السجل فارغ');
});

test('sample data say on every page that they are fictional', async ({ page }) => {
  await page.route('**/graphql?*', async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replace('"kind":"REAL"', '"kind":"SAMPLE"');
    await route.fulfill({ response, body: text });
  });
  await open(page, '/fr');
  await expect(page.locator('.sample')).toContainText('Données fictives');
  await page.getByRole('navigation').getByRole('link', { name: 'Sources' }).click();
  await expect(page.locator('h1')).toHaveText('Sources');
  await expect(page.locator('.sample')).toBeVisible();
});

test('an operator is named, with contact and legal notice', async ({ page }) => {
  const operator = {
    name: 'Institution Exemple',
    contact: 'ecrire@exemple.example',
    legal: 'https://exemple.example/m',
  };
  await page.route('**/fr', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('"operator":null', `"operator":${JSON.stringify(operator)}`);
    await route.fulfill({ response, body });
  });
  await open(page, '/fr');
  await expect(page.getByText(/Aucune institution/)).toHaveCount(0);
  const footer = page.locator('footer');
  await expect(footer).toContainText('Institution Exemple');
  await expect(footer.locator('a[href="mailto:ecrire@exemple.example"]')).toBeVisible();
  await expect(footer.locator('a[href="https://exemple.example/m"]')).toHaveText('Mentions légales');
});

test('what was typed is lost by nothing but a yes', async ({ page }) => {
  await open(page, '/fr/persons');
  for (const name of ['Partenaires', 'Conventions']) {
    await page.getByRole('navigation').getByRole('link', { name }).first().click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
  await page.goBack();
  await page.goBack();
  const name = page.getByLabel('Votre nom');
  await name.fill('Zineb Essai');
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    return asked.length < 4 ? dialog.dismiss() : dialog.accept();
  });
  await page.evaluate(() => history.forward());
  await expect.poll(() => asked.length).toBe(1);
  await expect(page).toHaveURL(/\/fr\/persons$/);
  await expect(name).toHaveValue('Zineb Essai');
  await page.getByRole('link', { name: 'العربية' }).first().click();
  const question = 'Quitter cette page\u202f? Ce qui n’est pas encore envoyé ou noté sera perdu.';
  await expect.poll(() => asked).toEqual([question, question]);
  await expect(page).toHaveURL(/\/fr\/persons$/);
  await expect(name).toHaveValue('Zineb Essai');
  // The list of partners is a link away, and so is the page before.
  await page.getByRole('navigation').getByRole('link', { name: 'Partenaires' }).click();
  await expect.poll(() => asked.length).toBe(3);
  await expect(name).toHaveValue('Zineb Essai');
  // What lay ahead still does.
  await page.evaluate(() => history.go(2));
  await expect(page).toHaveURL(/\/fr\/conventions$/);
  expect(asked.length).toBe(4);
});

test('what was sent and had no answer is sent again as the same', async ({ page, faults }) => {
  await open(page, '/fr/persons');
  await page.getByLabel('Voir ce qui est conservé').check();
  await page.getByLabel('Votre nom').fill('Zineb Essai');
  await page.getByLabel('Votre téléphone').fill('06 00 00 00 00');
  const keys: string[] = [];
  // The register hears it, but its answer is lost on the way.
  await page.route('**/graphql', async (route) => {
    const key = /"idempotencyKey":"([^"]+)"/.exec(route.request().postData() ?? '')?.[1];
    if (!key) return route.continue();
    keys.push(key);
    if (keys.length > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  const send = page.getByRole('button', { name: 'Envoyer la demande' });
  await send.click();
  await expect(page.getByRole('alert')).toContainText('Le registre n’a pas pu être joint');
  faults.length = 0;
  await send.click();
  await expect(page.getByText(/P-[A-Z2-7]{4}-[A-Z2-7]{4}/).first()).toBeVisible();
  expect(keys.length).toBe(2);
  expect(keys[1]).toBe(keys[0]);
});
