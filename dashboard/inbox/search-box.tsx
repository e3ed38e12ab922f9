import { SearchField } from '../ui/search-field.tsx';
import { searched } from './inbox-state.ts';

/** Searches all messages. */
export function SearchBox() {
  return (
    <SearchField
      id="inbox-search"
      label="Search messages"
      value={searched.value}
      onSearch={(text) => (searched.value = text)}
    />
  );
}
