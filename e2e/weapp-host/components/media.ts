import { type BaseElementClass, type ViewParts, wrapInner } from './base-element';

const IMAGE_STYLE = `:host{display:inline-block;width:320px;height:240px;overflow:hidden}
img{width:100%;height:100%;object-fit:fill}
:host([mode=aspectFill]) img{object-fit:cover}:host([mode=aspectFit]) img{object-fit:contain}
:host([mode=widthFix]){height:auto}:host([mode=widthFix]) img{height:auto}
:host([mode=heightFix]){width:auto}:host([mode=heightFix]) img{width:auto}`;

/** `image`: 320 × 240 until told otherwise, as in WeChat. */
export function createImage(Base: BaseElementClass, { folder }: ViewParts) {
  return class ImageElement extends Base {
    private readonly inner = wrapInner(this, 'img', IMAGE_STYLE);

    constructor() {
      super();
      const { inner } = this;
      inner.alt = '';
      inner.onload = () => this.fire('load', { width: inner.naturalWidth, height: inner.naturalHeight });
      inner.onerror = () => this.fire('error', { errMsg: `GET ${String(this.props.src)} fail` });
    }

    override propertyChanged(name: string, value: unknown): void {
      if (name !== 'src') return;
      const source = value ? String(value) : '';
      if (source === '') this.inner.removeAttribute('src');
      else this.inner.src = /^(https?:|data:|\/)/.test(source) ? source : folder + source;
    }
  };
}

/** `rich-text`, for nodes given as a string. */
export function createRichText(Base: BaseElementClass) {
  return class RichTextElement extends Base {
    override propertyChanged(name: string, value: unknown): void {
      if (name === 'nodes' && typeof value === 'string') this.innerHTML = value;
    }
  };
}
