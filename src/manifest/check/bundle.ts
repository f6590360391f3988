import { type AnyNode, type CallExpression, parse, type Program } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import type { NamedFunction } from './check-xml';
import { finding, type ManifestFinding, type Place, placesIn } from './finding';

/** What a script has to say for itself, and what the manifest asks of it in vain. */
export interface BundleFindings {
  readonly ofScript: readonly ManifestFinding[];
  readonly ofManifest: readonly ManifestFinding[];
}

/** The script classic Outlook on Windows loads for events, held against the functions a manifest names. It is read, never run. */
export function bundleFindings(script: string, functions: readonly NamedFunction[]): BundleFindings {
  const placeOf = placesIn(script);
  const { program, finding: fault } = parsed(script);
  const ofScript: ManifestFinding[] = fault ? [fault] : [];
  if (!program) return { ofScript, ofManifest: [] };

  const names = new Set<string>();
  let isUndecided = false;
  const calls = associations(program);
  // Nobody can say then that a function is missing.
  if (calls === null) return { ofScript: [...ofScript, finding('undecided-association', at({ line: 1, column: 1 }), 'a script nested too deeply to be followed')], ofManifest: [] };
  for (const { call, ancestors } of calls) {
    const [name] = call.arguments;
    const text = name?.type === 'Literal' ? name.value : name?.type === 'TemplateLiteral' && name.expressions.length === 0 ? name.quasis[0]?.value.cooked : undefined;
    if (typeof text === 'string') names.add(text);
    else {
      isUndecided = true;
      ofScript.push(finding('undecided-association', at(placeOf(call.start)), script.slice(call.start, call.end)));
    }
    if (ancestors.some(isStart)) ofScript.push(finding('late-association', at(placeOf(call.start)), script.slice(call.start, call.end), 'Office.actions.associate at the top level of the script'));
  }
  const seen = new Set<string>();
  const ofManifest = functions.filter(({ name }) => {
    const isNew = !names.has(name) && !seen.has(name);
    seen.add(name);
    return isNew && !isUndecided;
  }).map(({ name, spot }) => finding('unassociated-function', spot, `${name}, which the script does not associate`, `Office.actions.associate(${JSON.stringify(name)}, …) in the script`));
  return { ofScript, ofManifest };
}

const at = (place: Place) => ({ place, path: '' });

function parsed(script: string): { readonly program?: Program; readonly finding?: ManifestFinding } {
  const attempt = (ecmaVersion: 2016 | 'latest', sourceType: 'script' | 'module'): Program | SyntaxError => {
    try {
      return parse(script, { ecmaVersion, sourceType, allowHashBang: true });
    } catch (error) {
      // Nested too deeply for the parser: no bundle is.
      return error instanceof SyntaxError ? error : new SyntaxError('nested too deeply');
    }
  };
  const old = attempt(2016, 'script');
  if (!(old instanceof SyntaxError)) return { program: old };
  const [spot, reason] = [at(placeIn(old)), old.message.replace(/ \(\d+:\d+\)$/, '')];
  const today = attempt('latest', 'script');
  if (!(today instanceof SyntaxError)) return { program: today, finding: finding('not-es2016', spot, reason) };
  const module = attempt('latest', 'module');
  if (!(module instanceof SyntaxError)) return { program: module, finding: finding('module-script', at(placeIn(today)), today.message.replace(/ \(\d+:\d+\)$/, '')) };
  return { finding: finding('broken-script', at(placeIn(today)), today.message.replace(/ \(\d+:\d+\)$/, '')) };
}

function placeIn(error: SyntaxError & { readonly loc?: { readonly line: number; readonly column: number } }): Place {
  return error.loc ? { line: error.loc.line, column: error.loc.column + 1 } : { line: 1, column: 1 };
}

interface Association {
  readonly call: CallExpression;
  readonly ancestors: readonly AnyNode[];
}

/** `null` where the walk has no room on the stack: a chain of a thousand calls, or of as many texts added up, is enough. */
function associations(program: Program): readonly Association[] | null {
  try {
    return associationsIn(program);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function associationsIn(program: Program): readonly Association[] {
  const found: Association[] = [];
  fullAncestor(program, (node, _state, ancestors) => {
    const each = node as AnyNode;
    if (each.type === 'CallExpression' && each.callee.type === 'MemberExpression' && nameOf(each.callee.property) === 'associate') found.push({ call: each, ancestors: (ancestors as AnyNode[]).slice(0, -1) });
  });
  return found;
}

function nameOf(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
}

/** Code that runs once Office is ready, which it never is for the events of classic Outlook. */
function isStart(node: AnyNode): boolean {
  if (node.type === 'CallExpression') return waitsForOffice(node.callee);
  return node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && nameOf(node.left.property) === 'initialize';
}

/** `Office.onReady`, and `then` of what it gives. */
function waitsForOffice(callee: AnyNode): boolean {
  if (callee.type !== 'MemberExpression') return false;
  return nameOf(callee.property) === 'onReady' || (callee.object.type === 'CallExpression' && waitsForOffice(callee.object.callee));
}
