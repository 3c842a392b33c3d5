import type { Method, Operation } from '../operation';
import * as decisions from './decisions';
import * as dts from './dts';
import * as reading from './reading';
import * as service from './service';
import * as texts from './texts';
import * as writing from './writing';

type Route = Partial<Record<Method, Operation>>;

/** Every route of the API: what can be asked of each address. */
export const routes: Readonly<Record<string, Route>> = {
  '/api/works': { get: reading.listWorks },
  '/api/works/{work}': {
    get: reading.getWork,
    patch: writing.editWork,
    delete: writing.removeWork,
  },
  '/api/works/{work}/editions/{siglum}': {
    get: reading.getEdition,
    patch: writing.editEdition,
    delete: writing.removeEdition,
  },
  '/api/works/{work}/editions/{siglum}/paragraphs/{segment}': {
    get: reading.getParagraph,
    put: writing.editParagraph,
  },
  '/api/works/{work}/alignment': { get: reading.getAlignment },
  '/api/works/{work}/corrections': {
    get: decisions.getCorrections,
    put: writing.saveCorrections,
  },
  '/api/works/{work}/collation': { get: reading.getCollation },
  '/api/works/{work}/regularisation': {
    get: decisions.listRules,
    post: writing.createRule,
    put: writing.chooseRuleSets,
  },
  '/api/works/{work}/regularisation/{id}': { delete: writing.removeRule },
  '/api/regularisation': {
    get: decisions.listLibraryRules,
    post: writing.createLibraryRule,
  },
  '/api/regularisation/{id}': { delete: writing.removeLibraryRule },
  '/api/works/{work}/terms': { get: decisions.listTerms, post: writing.createTerm },
  '/api/works/{work}/terms/import': { post: writing.importTerms },
  '/api/works/{work}/terms/{id}': { delete: writing.removeTerm },
  '/api/works/{work}/check-list': { get: reading.getCheckList },
  '/api/works/{work}/dismissals': {
    get: decisions.listDismissals,
    post: writing.createDismissal,
  },
  '/api/works/{work}/dismissals/{id}': { delete: writing.removeDismissal },
  '/api/works/{work}/collation-edits': {
    get: decisions.listCollationEdits,
    post: writing.createCollationEdit,
  },
  '/api/works/{work}/collation-edits/{id}': { delete: writing.removeCollationEdit },
  '/api/works/{work}/pronunciations': {
    get: decisions.listPronunciations,
    post: writing.createPronunciation,
  },
  '/api/works/{work}/pronunciations/{id}': { delete: writing.removePronunciation },
  '/api/works/{work}/rows': { get: reading.getRows },
  '/api/works/{work}/words': { get: reading.getWords },
  '/api/works/{work}/passage': { get: reading.getPassage },
  '/api/works/{work}/statistics': { get: reading.getStatistics },
  '/api/works/{work}/citation': { get: reading.getCitation },
  '/api/works/{work}/export': { get: reading.exportFile },
  '/api/works/{work}/archive': { get: reading.getArchive },
  '/api/works/{work}/notes': { get: decisions.listNotes, post: writing.createNote },
  '/api/works/{work}/notes/{id}': { patch: writing.editNote },
  '/api/works/{work}/annotations': { get: reading.getAnnotations },
  '/api/works/{work}/annotations/{id}': { get: reading.getAnnotation },
  '/api/works/{work}/history': { get: decisions.getHistory, post: writing.undo },
  '/api/works/{work}/people': { post: writing.grantRole },
  '/api/search': { get: reading.searchLibrary },
  '/api/dictionary': { get: reading.getDictionaryWords },
  '/api/align': { post: texts.alignTexts },
  '/api/collate': { post: texts.collateTexts },
  '/api/diff': { post: texts.diffTexts },
  '/api/import': { post: writing.importText },
  '/api/import/read': { post: writing.readFile },
  '/api/import/whole': { post: writing.importFile },
  '/api/dts': { get: dts.getDtsEntry },
  '/api/dts/collection': { get: dts.getDtsCollection },
  '/api/dts/navigation': { get: dts.getDtsNavigation },
  '/api/dts/document': { get: dts.getDtsDocument },
  '/api/account/sign-in': { post: writing.signIn },
  '/api/account/sign-out': { post: writing.signOut },
  '/api/health': { get: service.getHealth },
  '/api/ready': { get: service.getReadiness },
  '/api/openapi.json': { get: service.getOpenApi },
};

const patterns = Object.entries(routes).map(([address, route]) => ({
  pattern: new RegExp(`^${address.replace(/\{\w+\}/g, '[^/]+')}/?$`),
  route,
}));

/** The methods of an address, such as `GET`; null for an address that the API does not have. */
export function methodsOf(address: string): string[] | null {
  const found = patterns.find(({ pattern }) => pattern.test(address));
  return found ? Object.keys(found.route).map((method) => method.toUpperCase()) : null;
}
