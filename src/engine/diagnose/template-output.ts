import type { Diagnostician } from './context';
import { renderedOf } from './rendered';
import { directiveFindings } from './template-output-directives';
import { jsonFindings } from './template-output-json';
import { pathFindings } from './template-output-jsonpath';
import { numberFindings } from './template-output-numbers';
import { referenceFindings } from './template-output-references';

/** D: what the template that ran made of the answer. */
export const templateOutput: Diagnostician = {
  find: (context) => {
    const rendered = renderedOf(context);
    if (!rendered) return [];
    return [
      ...jsonFindings(rendered),
      ...referenceFindings(rendered),
      ...pathFindings(rendered, context),
      ...directiveFindings(rendered, context),
      ...numberFindings(rendered, context),
    ];
  },
};
