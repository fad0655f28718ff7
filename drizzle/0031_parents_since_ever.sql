-- Whose parent was told before it was noted since when has it since ever.
insert into customer_parent (customer_id, from_day, import_id, parent_id)
select id, '-infinity', import_id, parent_id
from customer
where parent_id is not null;
