import type { AppConfig, TabBarItem, WindowConfig } from '../compile/bundle';

export interface TabStyle {
  color: string;
  selectedColor: string;
  backgroundColor: string;
}

/** What the shell shows around a page. */
export interface ShownPage {
  readonly path: string;
  readonly frame: HTMLIFrameElement;
  readonly config: WindowConfig;
  title?: string;
  navigationColors?: { front: string; back: string };
}

/** The parts of the screen WeChat draws itself: status and navigation bar, capsule, native tab bar. */
export class Shell {
  readonly pages = requiredElement('pages');
  private readonly navigation = requiredElement('navigation');
  private readonly title = requiredElement('title');
  private readonly back = requiredElement('back');
  private readonly tabBar = requiredElement('tab-bar');
  private readonly tabs: (TabBarItem & { badge?: string })[];
  private readonly style: TabStyle;
  private hiddenByApp = false;
  private shown: ShownPage | undefined;

  constructor(
    app: AppConfig,
    private readonly onTab: (path: string) => void,
    onBack: () => void,
  ) {
    this.tabs = (app.tabBar?.list ?? []).map((tab) => ({ ...tab }));
    this.style = {
      color: app.tabBar?.color ?? '#7a7e83',
      selectedColor: app.tabBar?.selectedColor ?? '#3cc51f',
      backgroundColor: app.tabBar?.backgroundColor ?? '#ffffff',
    };
    this.back.addEventListener('click', onBack);
  }

  /** Puts a page on screen; `canGoBack` draws the arrow. */
  show(page: ShownPage, canGoBack: boolean): void {
    this.shown = page;
    for (const frame of this.pages.querySelectorAll('iframe')) {
      frame.style.visibility = frame === page.frame ? 'visible' : 'hidden';
    }
    this.back.hidden = !canGoBack;
    this.refresh();
  }

  /** Redraws bars after a title, colour or tab changed. */
  refresh(): void {
    const page = this.shown;
    if (!page) return;
    const { config } = page;
    this.title.textContent = page.title ?? config.navigationBarTitleText ?? '';
    const front = page.navigationColors?.front ?? (config.navigationBarTextStyle === 'black' ? '#000000' : '#ffffff');
    this.navigation.style.color = front;
    this.navigation.style.background = page.navigationColors?.back ?? config.navigationBarBackgroundColor ?? '#000000';
    this.navigation.hidden = config.navigationStyle === 'custom';
    this.drawTabs(page.path);
  }

  setTabBarHidden(hidden: boolean): void {
    this.hiddenByApp = hidden;
    this.refresh();
  }

  isTab(path: string): boolean {
    return this.tabs.some((tab) => tab.pagePath === path);
  }

  setTabStyle(style: Partial<TabStyle>): void {
    Object.assign(this.style, style);
    this.refresh();
  }

  /** Changes one tab; throws when there is none at the index. */
  setTab(index: number, change: { text?: string; badge?: string }): void {
    const tab = this.tabs[index];
    if (!tab) throw { errMsg: `setTabBarItem:fail no tab at index ${index}` };
    Object.assign(tab, change);
    this.refresh();
  }

  private drawTabs(path: string): void {
    this.tabBar.hidden = this.hiddenByApp || !this.isTab(path);
    this.tabBar.style.background = this.style.backgroundColor;
    this.tabBar.replaceChildren(...this.tabs.map((tab) => this.drawTab(tab, tab.pagePath === path)));
  }

  private drawTab(tab: TabBarItem & { badge?: string }, selected: boolean): HTMLElement {
    const item = document.createElement('button');
    item.className = 'tab';
    item.style.color = selected ? this.style.selectedColor : this.style.color;
    const icon = selected ? (tab.selectedIconPath ?? tab.iconPath) : tab.iconPath;
    if (icon) {
      const image = document.createElement('img');
      image.src = `/${icon.replace(/^\.?\//, '')}`;
      image.alt = '';
      item.append(image);
    }
    const text = document.createElement('span');
    text.textContent = tab.badge ? `${tab.text} ${tab.badge}` : tab.text;
    item.append(text);
    item.addEventListener('click', () => this.onTab(tab.pagePath));
    return item;
  }
}

export function requiredElement(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the host page has no #${id}`);
  return element;
}
