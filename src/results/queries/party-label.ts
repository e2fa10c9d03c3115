/**
 * A CTE `label (party_id, label)`: the party's name, with its role where it plays several and its market participant id
 * where that does not tell it apart either.
 */
export const partyLabels = `label AS (
  SELECT party_id, CASE
    WHEN count(*) OVER (PARTITION BY name, role) > 1 THEN name || ' (' || role || ' ' || mpid || ')'
    WHEN count(*) OVER (PARTITION BY name) > 1 THEN name || ' (' || role || ')'
    ELSE name END AS label
  FROM party
)`;
