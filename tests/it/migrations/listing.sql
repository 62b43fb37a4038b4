-- Everything in the public schema besides rows, one line each, in an order that doesn't depend on when it was made.
SELECT line FROM (
  SELECT format('column %s.%s: %s%s default %s generated %s', table_name, column_name, data_type,
                CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END, coalesce(column_default, 'none'),
                coalesce(generation_expression, 'no')) AS line
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL
  SELECT format('constraint %s on %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL
  SELECT format('index %s: %s', indexname, indexdef) FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL
  SELECT format('sequence %s', sequencename) FROM pg_sequences WHERE schemaname = 'public'
  UNION ALL
  SELECT format('function %s: %s', proname, pg_get_functiondef(oid))
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
  UNION ALL
  SELECT format('trigger %s: %s', tgname, pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT format('type %s: %s', t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder))
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname
  UNION ALL
  SELECT format('extension %s', extname) FROM pg_extension WHERE extname <> 'plpgsql'
) everything ORDER BY line COLLATE "C"
