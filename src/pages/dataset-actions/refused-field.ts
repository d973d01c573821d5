/**
 * The field that ZFS's words about a creation are about: of a property, the name or the key; undefined where they do
 * not tell.
 *
 * @param said what ZFS said when it refused, in libzfs's own words
 * @param properties those that have a field
 */
export function refusedField(said: string, properties: readonly string[]): string | undefined {
    // what is created may be called like anything
    const why = said.replace(/^cannot create '[^']*': /, "");
    const property = properties.find((name) => why.includes(`'${name}'`) || why.includes(`${name}=`));
    if (property !== undefined) return property;
    if (/passphrase|key ?(?:format|location|file|material)|raw key|hex (?:key|character)/i.test(why))
        return "key";
    return /dataset already exists|invalid character|name is too long/.test(why) ? "name" : undefined;
}
