import type { SettingsPatch } from '../../shared/api/settings.ts';
import { AppError } from '../../shared/errors.ts';
import type { TenantStore } from '../../shared/store/tenant-store.ts';
import { checkPassword, hashPassword } from '../http/password.ts';

/**
 * Changes the operator's own account. A current password, where it is given, is checked first, which costs one
 * more request to the database. Errors: forbidden (wrong or missing current password), conflict, rate_limited.
 */
export async function changeAccount(store: TenantStore, patch: SettingsPatch) {
  const { currentPassword, newPassword, ...change } = patch;
  const passwordProved = currentPassword !== undefined;
  if (passwordProved) await provePassword(store, currentPassword);
  const passwordHash = newPassword === undefined ? undefined : await hashPassword(newPassword);
  try {
    return await store.updateSettings({ ...change, passwordHash }, { passwordProved });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'forbidden') throw error;
    const needsPassword = patch.email !== undefined && !passwordProved;
    throw new AppError('forbidden', {
      message: needsPassword
        ? 'A new e-mail needs your current password.'
        : 'Only owners rename the company.',
    });
  }
}

async function provePassword(store: TenantStore, password: string): Promise<void> {
  const { isRight } = await checkPassword(password, await store.passwordToCheck());
  if (!isRight) throw new AppError('forbidden', { message: 'The current password is not right.' });
}
