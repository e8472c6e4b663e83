import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

export type EditorName = 'answer' | 'rules' | 'template' | 'request';

/** The page as a person sees it: found by roles and names, with the two things only Monaco needs. */
export class Playground {
  readonly page: Page;
  /** The page itself, or the frame the embed stands in. */
  readonly root: Page | FrameLocator;
  readonly response: Locator;
  readonly status: Locator;
  readonly body: Locator;

  constructor(page: Page, root: Page | FrameLocator = page) {
    this.page = page;
    this.root = root;
    this.response = this.stage(4, 'response');
    this.status = this.response.locator('.status-line');
    this.body = this.response.locator('.body-text');
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await expect(this.status).toBeVisible();
  }

  stage(number: number, name: string): Locator {
    return this.root.getByRole('region', { name: new RegExp(`^Stage ${number}, ${name}`) });
  }

  /** The verdict in the head of a stage. */
  verdict(number: number): Locator {
    return this.root.getByRole('heading', { name: new RegExp(`^Stage ${number}, `) });
  }

  /** The field of an editor, be it Monaco's or the text area that stands in for it. */
  field(name: EditorName): Locator {
    const labels: Record<EditorName, RegExp> = {
      answer: /^Backend answer/,
      rules: /^Rules/,
      template: /^Mapping template/,
      request: /^Request, stage variables/,
    };
    return this.root.getByRole('textbox', { name: labels[name] });
  }

  editor(name: EditorName): Locator {
    return this.root.locator(`[data-editor=${name}]`);
  }

  /** Waits until Monaco has taken an editor over. */
  async monaco(name: EditorName): Promise<Locator> {
    const lines = this.editor(name).locator('.monaco-editor .view-lines');
    await expect(lines).toBeVisible();
    return lines;
  }

  /** Replaces the text of an editor, as pasting over everything does. */
  async write(name: EditorName, text: string): Promise<void> {
    await this.selectAll(name);
    await this.page.keyboard.insertText(text);
  }

  async selectAll(name: EditorName): Promise<void> {
    await (await this.monaco(name)).click({ position: { x: 8, y: 8 } });
    await this.page.keyboard.press('ControlOrMeta+A');
  }

  /** Unfolds the headers API Gateway adds to every response. */
  async showAllHeaders(): Promise<void> {
    const folded = this.response.getByRole('button', { name: /added by API Gateway/, expanded: false });
    if (await folded.isVisible()) await folded.click();
  }

  /** A response header's value. */
  header(name: string): Locator {
    return this.response
      .getByRole('row', { name: new RegExp(`^${name} `, 'i') })
      .getByRole('cell')
      .first();
  }

  /** The explanation's tab of that name, opened. */
  async explanation(tab: 'Why' | 'Problems' | 'Cases' | 'Log' | 'Emulator'): Promise<Locator> {
    const region = this.root.getByRole('region', { name: 'Explanation' });
    await region.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    return region.getByRole('tabpanel');
  }

  /** Marks of what cannot be read or cannot work. */
  errors(name: EditorName): Locator {
    return this.editor(name).locator('.squiggly-error');
  }

  /** Marks of problems in an editor's text, of every severity. */
  marks(name: EditorName): Locator {
    return this.editor(name).locator('.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint');
  }
}
