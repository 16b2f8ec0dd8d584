// Which fields of an answer a partner does not get, by the route's id in the catalogue (X-Route-Id). EDIT.
//   keep    only these members, and what is in them
//   remove  not these
//   mask    "***" instead of the value
// A member is named by its path, with dots; lists are looked through; * is any name. What is in no list stays as it is, and so do the
// answers of a route that is not named here. An answer of a named route that cannot be masked is not passed on.
export default {
    limit: 1048576, // bytes of one answer
    routes: {
        // rte_orders: { remove: ["items.customer.notes"], mask: ["items.customer.iban"] },
        // rte_invoices: { keep: ["items.id", "items.total", "next"] },
    },
};
