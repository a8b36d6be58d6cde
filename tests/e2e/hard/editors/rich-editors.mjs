/** Three rich editors side by side, as in a newsroom's own system; `saved()` says what each would save. */
import { Bold, Italic } from '@ckeditor/ckeditor5-basic-styles';
import { ClassicEditor } from '@ckeditor/ckeditor5-editor-classic';
import { Essentials } from '@ckeditor/ckeditor5-essentials';
import { Paragraph } from '@ckeditor/ckeditor5-paragraph';
import { DOMParser, DOMSerializer } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import Quill from 'quill';

const contentOf = (id) => document.getElementById(id);

const quill = new Quill(contentOf('quill'));
const draft = contentOf('prosemirror');
const doc = DOMParser.fromSchema(schema).parse(draft);
draft.replaceChildren();
const prose = new EditorView(draft, { state: EditorState.create({ doc }) });
const classic = await ClassicEditor.create(contentOf('ckeditor'), {
  licenseKey: 'GPL',
  plugins: [Essentials, Paragraph, Bold, Italic],
});

globalThis.saved = () => {
  const box = document.createElement('div');
  box.append(DOMSerializer.fromSchema(schema).serializeFragment(prose.state.doc.content));
  return {
    quill: quill.getSemanticHTML(),
    quillRoot: quill.root.innerHTML,
    prosemirror: box.innerHTML,
    ckeditor: classic.getData(),
    textarea: contentOf('textarea').value,
    plain: contentOf('plain').innerHTML,
    rich: contentOf('rich').innerHTML,
    frame: contentOf('frame').contentDocument.body.innerHTML,
    editedFrame: contentOf('edited-frame').contentDocument.body.innerHTML,
  };
};
