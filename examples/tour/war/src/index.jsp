<%@ page contentType="text/html; charset=UTF-8" import="java.util.ArrayList, java.util.List" %>
<%!
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
%>
<%
  request.setCharacterEncoding("UTF-8");
  @SuppressWarnings("unchecked")
  List<String> notes = (List<String>) session.getAttribute("notes");
  if (notes == null) {
    notes = new ArrayList<>();
  }
  String note = request.getParameter("note");
  if ("POST".equals(request.getMethod()) && note != null && !note.isBlank()) {
    notes.add(note.strip());
  }
  session.setAttribute("notes", notes);
%>
<!doctype html>
<html lang="en">
<title>Notes</title>
<h1>Notes</h1>
<ol>
<% for (String one : notes) { %>  <li><%= escaped(one) %></li>
<% } %></ol>
<form method="post"><input name="note" autofocus> <button>Add</button></form>
<p><%= notes.size() %> in this session; answered by process <%= ProcessHandle.current().pid() %>.</p>
</html>
