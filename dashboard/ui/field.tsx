import type { ComponentChildren, InputHTMLAttributes, TextareaHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

type Frame = { label: string; hint?: string | undefined; problem?: string | undefined };

/** One line to fill in, with its label, what helps to fill it in, and what is wrong with what is in it. */
export function Field({ label, hint, problem, ...input }: Frame & InputHTMLAttributes) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} problem={problem}>
      <input {...input} id={id} {...described(id, hint, problem)} />
    </FieldFrame>
  );
}

/** Several lines to fill in. */
export function TextField({ label, hint, problem, ...input }: Frame & TextareaHTMLAttributes) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} problem={problem}>
      <textarea rows={3} dir="auto" {...input} id={id} {...described(id, hint, problem)} />
    </FieldFrame>
  );
}

function FieldFrame({
  id,
  label,
  hint,
  problem,
  children,
}: Frame & { id: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {problem && (
        <p id={`${id}-problem`} class="problem" role="alert">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} class="muted small">
          {hint}
        </p>
      )}
    </div>
  );
}

function described(id: string, hint: string | undefined, problem: string | undefined) {
  const ids = [...(problem ? [`${id}-problem`] : []), ...(hint ? [`${id}-hint`] : [])];
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(problem ? { 'aria-invalid': true } : {}),
  };
}
